#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What stands in a folder of the host, as it is listed: no file is opened.
package struct HostFolder {
    /// Something with a name.
    package struct Entry {
        /// The name; bytes that are not UTF-8 became U+FFFD, and no path leads there.
        package let name: String
        /// What it is.
        package let kind: Kind
    }

    /// What a name stands for, links followed.
    package enum Kind {
        /// Bytes.
        case file
        /// Another folder.
        case folder
        /// A device, a pipe, or a link to nothing.
        case other
    }

    /// What tells a folder from every other one, whatever links lead to it.
    package struct Identity: Hashable {
        private let device: UInt64
        private let number: UInt64

        fileprivate init(_ status: stat) {
            device = UInt64(truncatingIfNeeded: status.st_dev)
            number = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }

    /// Which folder it is.
    package let identity: Identity
    /// What stands in it, in no order, without `.` and `..`.
    package let entries: [Entry]

    /// Lists the folder at `path`.
    package init(_ path: String) throws(ProvenanceError) {
        guard let folder = opendir(path) else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { closedir(folder) }
        let descriptor = dirfd(folder)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        identity = Identity(status)
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let type = Int32(entry.pointee.d_type)
            // Safety: the name is NUL-terminated and stays valid until the next call.
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 1) { name in
                    let text = String(cString: name)
                    guard text != ".", text != ".." else { return }
                    entries.append(Entry(name: text, kind: Self.kind(type, name, in: descriptor)))
                }
            }
        }
        self.entries = entries
    }

    /// What a name stands for: as the folder says, or where that is a link or nothing, as the file itself does.
    private static func kind(_ type: Int32, _ name: UnsafePointer<CChar>, in folder: Int32) -> Kind {
        switch type {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK), Int32(DT_UNKNOWN): break
        default: return .other
        }
        var status = stat()
        guard fstatat(folder, name, &status, 0) == 0 else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }
}
