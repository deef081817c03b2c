import Provenance

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds the standard library, with the embedded models, without any setting.
package enum InstalledFolder {
    /// The `stdlib` folder beside the running program, in `../share/dermaudit`, or in a folder above it, as in a checkout.
    ///
    /// - Returns: nil when the program stands alone.
    package static func standardLibrary() -> String? {
        guard let program = programPath() else { return nil }
        var folder = HostFile.folder(of: program)
        let shared = HostFile.folder(of: folder) + "/share/dermaudit/stdlib"
        if HostFile.isFolder(shared + "/models") { return shared }
        while !folder.isEmpty {
            let candidate = folder + "/stdlib"
            if HostFile.isFolder(candidate + "/models") { return candidate }
            if folder == "/" { break }
            folder = HostFile.folder(of: folder)
        }
        return nil
    }

    /// The running program's file, with links resolved.
    private static func programPath() -> String? {
        // Safety: realpath returns one NUL-terminated allocation or NULL; it is copied and freed once.
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
