/// Cuts a stream of bytes into messages (Language Server Protocol 3.17, base protocol). Any bytes will do.
struct MessageReader {
    /// The longest header that is waited for.
    static let longestHeader = 8_192
    /// The largest message that is kept; of a larger one the bytes are passed over.
    static let largestMessage = 1 << 26

    /// What was found in the stream.
    enum Item: Equatable {
        /// The content of a message.
        case message([UInt8])
        /// Bytes that are no message, and why.
        case fault(String)
    }

    private static let ending: [UInt8] = Array("\r\n\r\n".utf8)

    private var buffer: [UInt8] = []
    /// The bytes before this place were read.
    private var start = 0
    /// The length of the message whose header was read.
    private var expected: Int?
    /// How many bytes of a message that is too large are still to come.
    private var skipped = 0

    /// Takes bytes as they arrive.
    mutating func append(_ bytes: some Collection<UInt8>) {
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity < Self.longestHeader * 8)
            start = 0
        } else if start > Self.longestHeader * 8 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next message or fault; nil until more bytes arrive.
    mutating func next() -> Item? {
        let passed = min(skipped, buffer.count - start)
        skipped -= passed
        start += passed
        guard skipped == 0 else { return nil }
        if expected == nil, let fault = readHeader() { return fault }
        guard let length = expected, buffer.count - start >= length else { return nil }
        defer {
            start += length
            expected = nil
        }
        return .message(Array(buffer[start..<(start + length)]))
    }

    /// Reads a header, if it is there whole; what is wrong with it, if anything is.
    private mutating func readHeader() -> Item? {
        guard let end = endOfHeader() else {
            guard buffer.count - start > Self.longestHeader else { return nil }
            // The last bytes stay: the ending may begin with them.
            start = buffer.count - Self.ending.count
            return .fault("a header is longer than \(Self.longestHeader) bytes")
        }
        let header = String(decoding: buffer[start..<end], as: UTF8.self)
        start = end + Self.ending.count
        guard let length = Self.contentLength(header) else {
            return .fault("a header has no Content-Length, or one that is no number")
        }
        guard length <= Self.largestMessage else {
            skipped = length
            return .fault("a message has \(length) bytes, and \(Self.largestMessage) is the most")
        }
        expected = length
        return nil
    }

    /// Where the empty line behind the header begins.
    private func endOfHeader() -> Int? {
        let last = min(buffer.count, start + Self.longestHeader + Self.ending.count) - Self.ending.count
        guard start <= last else { return nil }
        return (start...last).first { buffer[$0] == 0x0D && buffer[$0..<($0 + 4)].elementsEqual(Self.ending) }
    }

    /// The number behind the last `Content-Length:`, before which the rest of a damaged message may stand.
    private static func contentLength(_ header: String) -> Int? {
        let name = "content-length:"
        let lowered = header.lowercased()
        guard let found = lowered.ranges(of: name).last else { return nil }
        let value = lowered[found.upperBound...].prefix { $0 != "\r\n" && $0 != "\r" && $0 != "\n" }
        let digits = value.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }
}
