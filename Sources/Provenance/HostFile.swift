import Diagnostics
import Hashing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whole files of the host: read with a limit, written completely or not at all.
package enum HostFile {
    /// The bytes of the file at `path`.
    ///
    /// - Parameters:
    ///   - limit: the largest number of bytes that is read.
    ///   - isRegular: refuses pipes, which may never say anything, and devices, which may never end.
    package static func bytes(
        of path: String, limit: Int = 1 << 30, regular isRegular: Bool = false
    ) throws(ProvenanceError) -> [UInt8] {
        if isRegular, isFile(path), !Self.isRegular(path) {
            throw .unreadable(path: path, reason: "it is no regular file")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(size(of: path) ?? 0, limit))
        try forEachChunk(of: path) { chunk throws(ProvenanceError) in
            guard bytes.count + chunk.count <= limit else { throw .tooLarge(path: path, limit: limit) }
            bytes.append(contentsOf: chunk)
        }
        return bytes
    }

    /// The digest of the file at `path`, of which only a piece is in memory.
    ///
    /// What is no file, such as a device, may have no end, and is refused.
    package static func digest(of path: String) throws(ProvenanceError) -> SHA256 {
        if isFile(path), !isRegular(path) { throw .unreadable(path: path, reason: "it is no regular file") }
        var hasher = SHA256.Hasher()
        try forEachChunk(of: path) { chunk in hasher.update(UnsafeRawBufferPointer(chunk)) }
        return hasher.finalize()
    }

    /// Hands over the bytes of a file piece by piece; a piece is valid only during the call.
    private static func forEachChunk(
        of path: String, _ body: (UnsafeBufferPointer<UInt8>) throws(ProvenanceError) -> Void
    ) throws(ProvenanceError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
        defer { close(descriptor) }
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { chunk.deallocate() }
        while true {
            // Safety: the kernel writes at most `count` bytes into a buffer that nothing else refers to.
            let count = read(descriptor, chunk.baseAddress, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
            if count == 0 { return }
            try body(UnsafeBufferPointer(rebasing: chunk[..<count]))
        }
    }

    /// The text of the UTF-8 file at `path`; bytes that are not UTF-8 become U+FFFD.
    package static func text(of path: String, limit: Int = 1 << 26) throws(ProvenanceError) -> String {
        String(decoding: try bytes(of: path, limit: limit), as: UTF8.self)
    }

    /// Writes `bytes` under a temporary name beside `path` and renames it, so that nobody sees half a file.
    ///
    /// - Parameter durable: waits until the bytes are on the disk before the name appears.
    package static func save(
        _ bytes: [UInt8], to path: String, durable: Bool = true
    ) throws(ProvenanceError) {
        try makeFolder(PathText.folder(of: path))
        let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
        var failure = writeAll(bytes, to: descriptor)
        if failure == nil && durable && fsync(descriptor) != 0 { failure = systemReason() }
        if close(descriptor) != 0 && failure == nil { failure = systemReason() }
        if failure == nil && rename(temporary, path) != 0 { failure = systemReason() }
        if let failure {
            unlink(temporary)
            throw .unwritable(path: path, reason: failure)
        }
    }

    /// Saves the UTF-8 form of `text`.
    package static func save(_ text: String, to path: String) throws(ProvenanceError) {
        try save(Array(text.utf8), to: path)
    }

    /// Makes the folder at `path` and those above it, where they are missing.
    package static func makeFolder(_ path: String) throws(ProvenanceError) {
        if path.isEmpty || isFolder(path) { return }
        try makeFolder(PathText.folder(of: path))
        if mkdir(path, 0o755) != 0 && errno != EEXIST {
            throw .unwritable(path: path, reason: systemReason())
        }
        guard isFolder(path) else { throw .unwritable(path: path, reason: "it is not a folder") }
    }

    /// The names in the folder at `path`, in no order, without `.` and `..`.
    package static func names(in path: String) throws(ProvenanceError) -> [String] {
        try HostFolder(path).entries.map(\.name)
    }

    /// Whether a folder stands at `path`.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a file, of any kind but a folder, stands at `path`.
    package static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Whether a file of bytes stands at `path`: no folder, device or pipe.
    package static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The size of a file and when it was changed, as text that another state of the file has not; nil without a file.
    package static func stamp(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// The size of a file in bytes; nil without a file.
    private static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Whether something that can be read stands at `path`.
    package static func isReadable(_ path: String) -> Bool {
        access(path, R_OK) == 0
    }

    /// `path` as seen from `folder`: unchanged when it is absolute or `folder` is empty.
    package static func path(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    }

    /// Writes everything; the reason of the failure, if there is one.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> String? {
        // Safety: the kernel reads within the buffer's bounds, and no pointer outlives the closure.
        bytes.withUnsafeBytes { buffer -> String? in
            guard let start = buffer.baseAddress else { return nil }
            var written = 0
            while written < buffer.count {
                let count = write(descriptor, start + written, buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return systemReason() }
                written += count
            }
            return nil
        }
    }

    private static func systemReason() -> String {
        String(cString: strerror(errno))
    }
}
