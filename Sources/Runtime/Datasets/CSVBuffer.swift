#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A window onto a file's bytes that slides forward; only the window is in memory.
///
/// The window grows when a record does not fit, up to a limit, and never shrinks.
final class CSVBuffer {
    private let descriptor: Int32
    private var storage: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes of the window hold data.
    private(set) var filled = 0

    private static let firstCapacity = 1 << 18
    private static let mostCapacity = 1 << 24

    /// Opens the file at `path`.
    init(path: String) throws(CSVError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        storage = .allocate(capacity: Self.firstCapacity)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    }

    /// Serves `bytes` as if they were a file.
    init(bytes: [UInt8]) {
        descriptor = -1
        storage = .allocate(capacity: max(bytes.count, 1))
        _ = storage.update(fromContentsOf: bytes)
        filled = bytes.count
    }

    deinit {
        storage.deallocate()
        if descriptor >= 0 { close(descriptor) }
    }

    /// The bytes of the window; valid until the next call of `slide`.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: storage[..<filled])
    }

    /// How many bytes at the start of the window are the mark of UTF-8.
    var byteOrderMark: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Whether the window begins with the mark of UTF-16.
    var isUTF16: Bool { bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) }

    /// What became of a wish for more bytes.
    enum Slide {
        /// More bytes follow.
        case more
        /// The file has ended.
        case ended
        /// The window is as large as it may become; nothing was moved.
        case full
    }

    /// Drops the bytes before `start`, so that the byte there is the first, and reads more behind the rest.
    func slide(from start: Int) throws(CSVReadFailure) -> Slide {
        let kept = filled - start
        if kept == storage.count, descriptor >= 0 {
            guard storage.count < Self.mostCapacity else { return .full }
            grow()
        }
        // Safety: source and target lie in the same allocation; memmove allows them to overlap.
        if start > 0, kept > 0, let base = storage.baseAddress { memmove(base, base + start, kept) }
        filled = kept
        guard descriptor >= 0 else { return .ended }
        while true {
            // Safety: the kernel writes at most the bytes behind `kept` of a buffer that nothing else writes to.
            let count = read(descriptor, storage.baseAddress.map { $0 + kept }, storage.count - kept)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw CSVReadFailure(reason: String(cString: strerror(errno))) }
            filled += count
            return count == 0 ? .ended : .more
        }
    }

    private func grow() {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * storage.count)
        _ = larger.update(fromContentsOf: bytes)
        storage.deallocate()
        storage = larger
    }
}
