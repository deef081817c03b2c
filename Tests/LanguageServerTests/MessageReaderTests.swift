import Testing

@testable import LanguageServer

@Suite("The stream of messages")
struct MessageReaderTests {
    private static func items(_ stream: String, in pieces: Int = .max) -> [MessageReader.Item] {
        var reader = MessageReader()
        var items: [MessageReader.Item] = []
        var rest = Array(stream.utf8)[...]
        while !rest.isEmpty {
            reader.append(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
            while let item = reader.next() { items.append(item) }
        }
        return items
    }

    private static func message(_ text: String) -> MessageReader.Item { .message(Array(text.utf8)) }

    @Test("messages are cut wherever the bytes are cut", arguments: [1, 2, 3, 7, 1000])
    func pieces(size: Int) {
        let stream =
            "Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length:3\r\n\r\n[1]Content-Length: 0\r\n\r\n"
        let expected = [Self.message("{}"), Self.message("[1]"), Self.message("")]
        #expect(Self.items(stream, in: size) == expected)
    }

    @Test(
        "a damaged header is said, and the next message is read",
        arguments: [
            "Length: 2\r\n\r\n", "Content-Length: two\r\n\r\n", "Content-Length: -2\r\n\r\n", "\r\n\r\n",
            "Content-Length: 99999999999999999999999999\r\n\r\n", "Content-Length:\r\n\r\n",
            "Content-Length: 2x\r\n\r\n{}",
        ])
    func damage(header: String) {
        let items = Self.items(header + "Content-Length: 2\r\n\r\n[]")
        #expect(items.count == 2)
        #expect(items.last == Self.message("[]"))
        guard case .fault = items.first else {
            Issue.record("no fault: \(items)")
            return
        }
    }

    @Test("a header without end is given up, and takes no memory")
    func endless() {
        var reader = MessageReader()
        var faults = 0
        for _ in 0..<1_000 {
            reader.append([UInt8](repeating: 0x41, count: 1_000))
            while reader.next() != nil { faults += 1 }
        }
        #expect(faults > 50)
    }

    @Test("of a message that is too large the bytes are passed over, not kept")
    func large() {
        var reader = MessageReader()
        let size = MessageReader.largestMessage + 10
        reader.append(Array("Content-Length: \(size)\r\n\r\n".utf8))
        guard case .fault = reader.next() else {
            Issue.record("no fault")
            return
        }
        let piece = [UInt8](repeating: 0x20, count: 1 << 20)
        var left = size
        while left > 0 {
            reader.append(piece.prefix(left))
            left -= min(left, piece.count)
            #expect(reader.next() == nil)
        }
        reader.append(Array("Content-Length: 2\r\n\r\n{}".utf8))
        #expect(reader.next() == Self.message("{}"))
    }
}
