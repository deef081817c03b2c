#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file's bytes, from its start to its end.
final class CSVSource {
    private let descriptor: Int32

    /// Opens the file at `path`.
    init(path: String) throws(CSVError) {
        // Without waiting: a pipe that is called like a table may never be written to.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "it is no regular file")
        }
    }

    /// A source that has no bytes.
    init() {
        descriptor = -1
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Reads what comes next, as far as there is room.
    ///
    /// - Returns: how many bytes were read; 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(CSVReadFailure) -> Int {
        guard descriptor >= 0 else { return 0 }
        while true {
            // Safety: the kernel writes at most the bytes of the room.
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            #else
            let count = Darwin.read(descriptor, room.baseAddress, room.count)
            #endif
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw CSVReadFailure(reason: String(cString: strerror(errno))) }
            return count
        }
    }
}
