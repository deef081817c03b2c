import Diagnostics
import Syntax

extension ParsedText {
    /// Whether a word stands in the script as a name, in braces of strings too.
    func mentions(_ word: String) -> Bool { !spans(of: word).isEmpty }

    /// The places where a word stands as a name, in braces of strings too.
    func spans(of word: String) -> [SourceSpan] {
        var spans: [SourceSpan] = []
        for token in script.lexed.tokens {
            switch token.kind {
            case .identifier where script.lexed.spells(token, word): spans.append(token.span)
            case .string: spans += interpolatedWords(token.span).filter { source.text(of: $0) == word }
            default: break
            }
        }
        return spans
    }

    /// The words between the braces of a string.
    private func interpolatedWords(_ string: SourceSpan) -> [SourceSpan] {
        var words: [SourceSpan] = []
        var depth = 0
        var offset = string.start
        while offset < string.end {
            let byte = text.bytes[offset]
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
            guard depth > 0, ParsedText.belongsToWord(byte), let word = word(at: offset) else {
                offset += 1
                continue
            }
            words.append(word)
            offset = word.end
        }
        return words
    }
}
