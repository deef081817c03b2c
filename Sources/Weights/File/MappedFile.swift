import Hashing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file mapped into memory for reading, unmapped when the last user lets go of it.
///
/// The file must not be shortened while it is mapped, as with every mapping.
final class MappedFile: @unchecked Sendable {
    // Sendable: the memory is mapped read-only, and both properties are constant.
    let path: String
    /// The bytes; empty for an empty file.
    let bytes: UnsafeRawBufferPointer

    /// Maps the regular file at `path`.
    init(path: String) throws(WeightsError) {
        // Without waiting: a pipe that is called like a file may never be written to.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, reason: Self.systemReason())
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "it is not a regular file")
        }
        self.path = path
        let size = Int(status.st_size)
        guard size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw .unreadable(path: path, reason: Self.systemReason())
        }
        // Safety: the mapping has `size` bytes and lives until `deinit`.
        bytes = UnsafeRawBufferPointer(start: base, count: size)
    }

    deinit {
        if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
    }

    /// The digest of all bytes.
    var sha256: SHA256 {
        var hasher = SHA256.Hasher()
        hasher.update(bytes)
        return hasher.finalize()
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
