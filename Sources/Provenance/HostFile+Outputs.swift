import Diagnostics

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
        var above = PathText.folder(of: path)
        while !above.isEmpty && access(above, F_OK) != 0 { above = PathText.folder(of: above) }
        if above.isEmpty { above = "." }
        if !isFolder(above) { return "`\(above)` is not a folder" }
        if access(above, W_OK) != 0 { return "the folder `\(above)` cannot be written to" }
        if isFile(path) && access(path, W_OK) != 0 { return "the file cannot be written to" }
        return nil
    }

    /// Writes several files: all under temporary names first, so that a full disk or a missing right leaves none of them.
    ///
    /// - Parameter files: the bytes of each, and where they come.
    package static func save(_ files: [(bytes: [UInt8], path: String)]) throws(ProvenanceError) {
        for file in files {
            if let reason = reasonAgainstWriting(file.path) {
                throw .unwritable(path: file.path, reason: reason)
            }
        }
        let mark = ".\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
        var written: [String] = []
        do throws(ProvenanceError) {
            for file in files {
                try save(file.bytes, to: file.path + mark)
                written.append(file.path)
            }
            while let path = written.last {
                if rename(path + mark, path) != 0 {
                    throw .unwritable(path: path, reason: String(cString: strerror(errno)))
                }
                written.removeLast()
            }
        } catch {
            for path in written { unlink(path + mark) }
            throw error
        }
    }
}
