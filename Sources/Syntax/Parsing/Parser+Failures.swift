import Diagnostics

extension Parser {
    /// Takes note of a finding, unless there are plenty.
    mutating func report(_ diagnostic: Diagnostic) {
        if !isFull { diagnostics.append(diagnostic) }
    }

    /// Whether further findings will not be told.
    private var isFull: Bool { diagnostics.count >= Lexer.mostFindings }

    /// The word that was probably meant, for a finding that will be told.
    func nearest(to word: String, among known: [String]) -> String? {
        isFull ? nil : Suggestion.nearest(to: word, among: known)
    }

    /// Gives up the statement at hand with a finding; silent at a token that the lexer has reported.
    mutating func fail(_ diagnostic: Diagnostic) -> ParseFailure {
        if token.kind != .invalid { report(diagnostic) }
        failedAt = index
        return ParseFailure()
    }

    /// Gives up because something else was expected here.
    mutating func fail(expected: String, helps: [String] = []) -> ParseFailure {
        fail(
            Diagnostic(
                "E0201", "expected \(expected), found \(found)", at: foundSpan, secondary: unfinishedLine,
                helps: helps))
    }

    /// The token at hand, in words.
    var found: String {
        switch token.kind {
        case .end: return endName
        case .mark(.semicolon): return "`;`"
        default:
            if kind == .mark(.semicolon) { return "the end of the line" }
            let word = text
            return word.utf8.count > 30 ? "`\(word.prefix(30))...`" : "`\(word)`"
        }
    }

    /// Where the token at hand stands; the end of the token before at the end of a line.
    var foundSpan: SourceSpan {
        guard kind == .mark(.semicolon) && token.kind != .mark(.semicolon) || token.kind == .end, index > 0
        else {
            return token.span
        }
        let end = Int(lexed.tokens[index - 1].end)
        return SourceSpan(end, end)
    }

    /// Skips to the end of the statement or item at hand, past all that is in braces.
    ///
    /// - Parameters:
    ///   - passesStatements: whether the braces hold statements; else a statement word at the beginning of a line
    ///     means that a brace was never closed.
    ///   - alreadyOpen: how many braces the statement has opened and not closed.
    mutating func recover(passesStatements: Bool = false, alreadyOpen: Int = 0) {
        var open = alreadyOpen
        while token.kind != .end {
            if kind == .mark(.semicolon) {
                if open == 0 || (!passesStatements && beginsStatement(token.kind)) { return }
            }
            switch token.kind {
            case .mark(.leftBrace): open += 1
            case .mark(.rightBrace):
                if open == 0 { return }
                open -= 1
            default: break
            }
            advance()
        }
    }

    /// Notes a mistake that the statement at hand can be read behind; the statement is left out.
    mutating func readBehind(_ diagnostic: Diagnostic) {
        if token.kind != .invalid { report(diagnostic) }
        isDamaged = true
    }

    /// Whether the token at hand begins a line, as a statement does, and the line before wants more: behind a comma or `with`.
    var beginsLineOfUnfinished: Bool {
        guard index > 0, beginsStatement(token.kind) else { return false }
        let before = lexed.tokens[index - 1]
        let wantsMore = before.kind == .mark(.comma) || before.kind == .keyword(.with)
        return wantsMore && isLineBreak(between: before, and: token)
    }

    /// What goes on in the line at hand though a statement seems to begin there; empty elsewhere.
    var unfinishedLine: [Label] {
        guard beginsLineOfUnfinished else { return [] }
        let before = lexed.tokens[index - 1]
        return [Label(before.span, "goes on behind `\(lexed.text(of: before))`")]
    }

    /// Whether a line ends between two tokens.
    func isLineBreak(between first: Token, and second: Token) -> Bool {
        lexed.source.bytes[Int(first.end)..<Int(second.start)].contains(UInt8(ascii: "\n"))
    }

    /// Whether a token can only be the first of a statement of this version.
    func beginsStatement(_ kind: Token.Kind) -> Bool {
        if case .keyword(let keyword) = kind { return keyword.role == .statement }
        return false
    }

    /// Runs `body` one level deeper, or gives up where that is too deep.
    mutating func nested<T>(_ body: (inout Parser) throws(ParseFailure) -> T) throws(ParseFailure) -> T {
        guard depth < Self.deepestNesting else { throw failTooDeep() }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// Gives up because of brackets or operators nested too deeply.
    mutating func failTooDeep() -> ParseFailure {
        fail(
            Diagnostic(
                "E0207", "this is nested more than \(Self.deepestNesting) levels deep", at: token.span,
                label: "the level that is too much", helps: ["name a part of it with `let`"]))
    }

    /// Takes the closing mark of a bracket, or reports the bracket as never closed.
    mutating func close(_ mark: Mark, openedAt opening: Token, expecting: String) throws(ParseFailure) {
        if take(mark) { return }
        guard kind == .end || kind == .mark(.semicolon) || beginsStatement(token.kind) else {
            throw fail(
                Diagnostic(
                    "E0201", "expected \(expecting), found \(found)", at: foundSpan,
                    secondary: [Label(opening.span, "opened here")]))
        }
        throw fail(neverClosed(opening, mark))
    }

    /// The finding that a bracket is never closed, with the statement that begins before it is.
    func neverClosed(_ opening: Token, _ mark: Mark) -> Diagnostic {
        Diagnostic(
            "E0203", "this `\(lexed.text(of: opening))` is never closed", at: opening.span,
            label: "`\(mark.rawValue)` is missing",
            secondary: beginsStatement(token.kind)
                ? [Label(token.span, "a statement begins before `\(mark.rawValue)`")] : [])
    }
}
