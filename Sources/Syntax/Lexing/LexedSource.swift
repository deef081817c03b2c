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
        String(decoding: bytes(of: token), as: UTF8.self)
    }

    /// The bytes of a token.
    func bytes(of token: Token) -> ArraySlice<UInt8> {
        source.bytes[Int(token.start)..<Int(token.end)]
    }

    /// Whether a token is spelt like a word.
    package func spells(_ token: Token, _ word: String) -> Bool {
        let spelling = word.utf8
        return spelling.count == Int(token.end - token.start)
            && bytes(of: token).elementsEqual(spelling)
    }

    /// The text of a string token of one line in which nothing means more than itself; nil for another.
    func plainText(of token: Token) -> String? {
        let inside = bytes(of: token).dropFirst().dropLast()
        let isPlain = inside.allSatisfy {
            $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "\r")
                && $0 != UInt8(ascii: "\"")
        }
        return isPlain ? String(decoding: inside, as: UTF8.self) : nil
    }

    /// The bytes between a token and the one before it.
    package func trivia(before index: Int) -> Range<Int> {
        let start = index == 0 ? 0 : Int(tokens[index - 1].end)
        return start..<max(start, Int(tokens[index].start))
    }
}
