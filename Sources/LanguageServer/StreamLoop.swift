#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs a server over two file descriptors until the client leaves.
package struct StreamLoop {
    /// How many milliseconds the client must be silent before a changed text is checked.
    private static let patience: Int32 = 20
    /// How many milliseconds it must be silent before what only saves a later check time is done.
    private static let rest: Int32 = 500

    private var server: LanguageServer
    private let input: Int32
    private let output: Int32

    /// A loop that reads requests from `input` and writes answers to `output`.
    package init(_ server: LanguageServer, input: Int32, output: Int32) {
        self.server = server
        self.input = input
        self.output = output
    }

    /// Answers until `exit`, or the end of the input.
    ///
    /// - Returns: the status for the process: 0 behind `shutdown` and `exit`, else 1.
    package mutating func run() -> Int32 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            while let answers = server.answerNext() {
                guard answers.allSatisfy({ write($0.bytes) }) else { return 1 }
            }
            if let status = server.exitStatus { return status }
            // Findings are told when the client is silent: what it asks behind a letter is answered first.
            if server.hasUnpublished, !isReadable(within: Self.patience) {
                guard server.publish().allSatisfy({ write($0.bytes) }) else { return 1 }
            }
            if server.isUntidy, !isReadable(within: Self.rest) { server.tidy() }
            let count = read(input, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return 1 }
            server.receive(buffer[..<count])
        }
    }

    /// Whether bytes have arrived that are not read yet, or do so within some milliseconds.
    private func isReadable(within milliseconds: Int32) -> Bool {
        var question = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, milliseconds) > 0
    }

    /// Writes all bytes; false where nobody reads them any more.
    private func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            // Safety: the buffer is read for its own length while it is borrowed.
            let count = rest.withUnsafeBytes { systemWrite(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// The C function, which a method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
