#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension HostFile {
    /// Why a file cannot be written at `path`, as far as one can see without writing; nil where it seems possible.
    ///
    /// Folders that are missing count as made, because `save` makes them.
    package static func reasonAgainstWriting(_ path: String) -> String? {
        if path.isEmpty || path.hasSuffix("/") { return "it names no file" }
        if isFolder(path) { return "it is a folder" }
        var above = folder(of: path)
        while !above.isEmpty && access(above, F_OK) != 0 { above = folder(of: above) }
        if above.isEmpty { above = "." }
        if !isFolder(above) { return "`\(above)` is not a folder" }
        if access(above, W_OK) != 0 { return "the folder `\(above)` cannot be written to" }
        if isFile(path) && access(path, W_OK) != 0 { return "the file cannot be written to" }
        return nil
    }
}
