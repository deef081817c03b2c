import Foundation

/// A message to the client, framed and ready to be written.
package struct OutgoingMessage: Sendable {
    /// The header and the content.
    package let bytes: [UInt8]

    /// Frames a message; nil where it cannot be written as JSON, which no message of ours is.
    init?(_ content: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(content) else { return nil }
        self.init(json: Array(data))
    }

    /// Answers a request with many things.
    init(_ id: MessageID, items: [some JSONWritable]) {
        var json = JSONBytes()
        json.write("{\"jsonrpc\":\"2.0\",\"id\":")
        switch id {
        case .number(let number): json.write(number)
        case .text(let text): json.write(string: text)
        }
        json.write(",\"result\":")
        json.write(items)
        json.write("}")
        self.init(json: json.bytes)
    }

    private init(json: [UInt8]) {
        bytes = Array("Content-Length: \(json.count)\r\n\r\n".utf8) + json
    }
}
