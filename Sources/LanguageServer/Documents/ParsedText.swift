import Diagnostics
import Syntax

/// A document's text with its tokens and statements: what can be said of it before its meaning is worked out.
struct ParsedText: Sendable {
    /// The document's address.
    let uri: String
    /// The text with the protocol's lines.
    let text: TextLines
    /// The statements and tokens.
    let script: Script

    /// Parses a document.
    init(_ document: OpenDocument) {
        uri = document.uri
        text = document.text
        script = Parser.parse(Source(name: document.path ?? document.uri, bytes: document.text.bytes))
    }

    /// The source.
    var source: Source { script.lexed.source }

    /// Whether the script uses other files than modules of the standard library.
    var usesFiles: Bool {
        script.statements.contains { statement in
            guard case .use(let use) = statement.kind, case .file = use.target else { return false }
            return true
        }
    }

    /// The other files that the script uses, as it names them.
    var usedFiles: [String] {
        script.statements.compactMap { statement in
            guard case .use(let use) = statement.kind, case .file(let literal) = use.target else {
                return nil
            }
            return literal.plainText
        }
    }

    /// The word at an offset, in a string too: letters, digits and `_` around it.
    func word(at offset: Int) -> SourceSpan? {
        let bytes = text.bytes
        var (start, end) = (offset, offset)
        while start > 0, Self.belongsToWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.belongsToWord(bytes[end]) { end += 1 }
        return start < end ? SourceSpan(start, end) : nil
    }

    /// The token at an offset or right before it; nil in blanks and comments.
    func token(at offset: Int) -> Token? {
        let tokens = script.lexed.tokens
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].end) < offset { low = middle + 1 } else { high = middle }
        }
        guard low < tokens.count, Int(tokens[low].start) <= offset, tokens[low].kind != .end else {
            return nil
        }
        let next = low + 1
        if Int(tokens[low].end) == offset, next < tokens.count, Int(tokens[next].start) == offset,
            tokens[next].kind != .end, !isWord(tokens[low])
        {
            return tokens[next]
        }
        return tokens[low]
    }

    private func isWord(_ token: Token) -> Bool {
        Int(token.start) < text.bytes.count && Self.belongsToWord(text.bytes[Int(token.start)])
    }

    /// Whether a byte may stand in a name.
    static func belongsToWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
