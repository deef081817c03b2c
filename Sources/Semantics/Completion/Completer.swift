import Diagnostics
import Syntax

/// Finds the words that may stand at a place, by the grammar and by what the catalogue and the session know.
public enum Completer {
    /// The words that may stand at `offset`, those that go on from the letters typed before it, sorted as a person would look for them.
    ///
    /// - Parameters:
    ///   - text: the statement being typed, and the lines before it.
    ///   - offset: a place in its UTF-8 bytes; letters directly before it are taken as the beginning of the word.
    ///   - names: what the session has bound, such as `a` and `_1`.
    ///   - attributes: what it has declared beside the catalogue's.
    public static func completions(
        for text: String, at offset: Int, catalogue: Catalogue = .standard, session names: [String] = [],
        attributes: [AttributeDefinition] = []
    ) -> [Completion] {
        var catalogue = catalogue
        catalogue.attributes += attributes
        let bytes = Array(text.utf8.prefix(max(0, offset)))
        let lexed = Lexer.lex(Source(name: "<input>", bytes: bytes))
        if let quoted = openString(lexed) { return [Completion(text: quoted, kind: .file)] }
        var tokens = statement(lexed)
        var typed = ""
        if let last = tokens.last, Int(last.end) == bytes.count, isWord(last) {
            typed = lexed.text(of: last)
            tokens.removeLast()
        }
        let place = CompletionPlace(tokens: tokens, lexed: lexed, catalogue: catalogue, names: names)
        return place.candidates().filter { $0.text.hasPrefix(typed) && $0.text != typed }
    }

    /// What is typed of a string that is still open; nil outside one.
    private static func openString(_ lexed: LexedSource) -> String? {
        guard let last = lexed.tokens.dropLast().last, last.kind == .invalid,
            Int(last.end) == lexed.source.bytes.count,
            lexed.source.bytes[Int(last.start)] == UInt8(ascii: "\"")
        else { return nil }
        return String(lexed.text(of: last).dropFirst())
    }

    /// The tokens of the statement at the end; one that stands in a block begins there.
    private static func statement(_ lexed: LexedSource) -> [Token] {
        var start = 0
        // Of every brace that is open: whether it begins a block, not the clauses of a cohort or a record.
        var open: [Bool] = []
        var brackets = 0
        let tokens = Array(lexed.tokens.dropLast())
        for (index, token) in tokens.enumerated() {
            if token.startsItem, open.last != false { start = index }
            switch token.kind {
            case .mark(.leftBrace):
                open.append(open.last != false && brackets == 0 && beginsBlock(tokens[start]))
                if open.last == true { start = index + 1 }
            case .mark(.rightBrace):
                if open.popLast() == true { start = index + 1 }
            case .mark(.leftParenthesis), .mark(.leftBracket): brackets += 1
            case .mark(.rightParenthesis), .mark(.rightBracket): brackets = max(0, brackets - 1)
            case .mark(.semicolon) where open.last != false: start = index + 1
            default: break
            }
        }
        // A line break behind the last token begins a new statement, unless the token wants more.
        guard let end = lexed.tokens.last, let last = tokens.last, open.last != false else {
            return Array(tokens[start...])
        }
        let gap = lexed.source.bytes[Int(last.end)..<Int(end.start)]
        let isNew = gap.contains(UInt8(ascii: "\n")) && !wantsMore(last)
        return isNew ? [] : Array(tokens[start...])
    }

    /// Whether a statement that begins with a token has statements in braces.
    private static func beginsBlock(_ token: Token) -> Bool {
        switch token.kind {
        case .keyword(.for), .keyword(.if), .keyword(.else), .keyword(.def), .keyword(.test): true
        default: false
        }
    }

    private static func wantsMore(_ token: Token) -> Bool {
        switch token.kind {
        case .keyword(let keyword): keyword.cannotEnd
        case .mark(let mark): mark.cannotEnd
        default: false
        }
    }

    private static func isWord(_ token: Token) -> Bool {
        switch token.kind {
        case .identifier, .keyword, .fitzpatrick: true
        default: false
        }
    }
}
