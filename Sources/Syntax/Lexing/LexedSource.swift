import Diagnostics

/// The tokens of a source. Together with the bytes between them they are the source, byte for byte.
package struct LexedSource: Sendable {
    /// The source.
    package let source: Source
    /// The tokens in order; the last is the end.
    package let tokens: [Token]
    /// What was wrong with the bytes.
    package let diagnostics: [Diagnostic]

    /// The text of a token.
    package func text(of token: Token) -> String {
        String(decoding: source.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    /// The bytes between a token and the one before it.
    package func trivia(before index: Int) -> Range<Int> {
        let start = index == 0 ? 0 : Int(tokens[index - 1].end)
        return start..<max(start, Int(tokens[index].start))
    }
}
