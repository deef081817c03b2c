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
        bytes = Array("Content-Length: \(data.count)\r\n\r\n".utf8) + Array(data)
    }
}
