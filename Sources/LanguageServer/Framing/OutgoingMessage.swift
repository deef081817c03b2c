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

    /// Answers a request with a result that is JSON already.
    init?(_ id: MessageID, json: String) {
        guard let identifier = try? JSONEncoder().encode(id) else { return nil }
        let head = #"{"jsonrpc":"2.0","id":\#(String(decoding: identifier, as: UTF8.self)),"result":"#
        self.init(json: Array(head.utf8) + Array(json.utf8) + Array("}".utf8))
    }

    private init(json: [UInt8]) {
        bytes = Array("Content-Length: \(json.count)\r\n\r\n".utf8) + json
    }
}
