#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The bytes of a file, one after another, of which only a piece is in memory.
final class ByteSource {
    private let descriptor: Int32
    private var buffer: [UInt8]
    private var position = 0
    private var filled: Int

    /// Opens the file at `path`.
    init(path: String) throws(CSVError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        buffer = [UInt8](repeating: 0, count: 1 << 16)
        filled = 0
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    }

    /// Serves `bytes` as if they were a file.
    init(bytes: [UInt8]) {
        descriptor = -1
        buffer = bytes
        filled = bytes.count
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The next byte; nil at the end, or the reason for which reading failed.
    func next() throws(CSVReadFailure) -> UInt8? {
        if position == filled {
            guard descriptor >= 0, try refill() > 0 else { return nil }
        }
        defer { position += 1 }
        return buffer[position]
    }

    private func refill() throws(CSVReadFailure) -> Int {
        while true {
            // Safety: the kernel writes at most `count` bytes into a buffer that nothing else refers to.
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw CSVReadFailure(reason: String(cString: strerror(errno))) }
            (position, filled) = (0, count)
            return count
        }
    }
}
