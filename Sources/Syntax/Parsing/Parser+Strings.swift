import Diagnostics

extension Parser {
    /// `STRING`, its escapes and interpolations read
    mutating func parseString() throws(ParseFailure) -> StringLiteral {
        guard kind == .string else {
            throw fail(
                expected: "text in quotes",
                helps: wordsWithoutBlanks.map { ["write `\"\($0)\"`"] } ?? [])
        }
        let token = token
        if let text = lexed.plainText(of: token) {
            advance()
            return StringLiteral(plain: text, span: token.span)
        }
        var reader = StringReader(lexed: lexed, token: token, depth: depth)
        let segments = reader.read()
        advance()
        for diagnostic in reader.diagnostics { report(diagnostic) }
        // Where a quote ends the text in the midst of a value, what follows is not what it seems.
        if reader.diagnostics.contains(where: { $0.code == "E0106" }) { throw ParseFailure() }
        if !reader.diagnostics.isEmpty { isDamaged = true }
        return StringLiteral(segments: segments, span: token.span)
    }

    /// The tokens from a name at hand on that stand without blanks between them, such as `out/a.csv`; nil for what is no path.
    private var wordsWithoutBlanks: String? {
        guard kind == .identifier else { return nil }
        var end = index
        while end + 1 < lexed.tokens.count, lexed.tokens[end + 1].start == lexed.tokens[end].end,
            lexed.tokens[end + 1].kind != .end
        {
            end += 1
        }
        let span = SourceSpan(Int(token.start), Int(lexed.tokens[end].end))
        return span.end - span.start <= 100 ? lexed.source.text(of: span) : nil
    }

    /// `interpolation = "{" expr "}"` in a string, its bytes given; nothing may stand behind the expression.
    static func parseInterpolation(
        _ source: Source, _ range: Range<Int>, depth: Int
    ) -> (expression: Expression?, diagnostics: [Diagnostic]) {
        if let name = Lexer.name(source, range: range) {
            return (Expression(.path(NamePath(name)), name.span), [])
        }
        let lexed = Lexer.lex(source, range: range)
        var parser = Parser(lexed, depth: depth + 1)
        parser.endName = "`}`"
        do throws(ParseFailure) {
            let expression = try parser.parseExpression()
            guard parser.kind == .end else { throw parser.fail(expected: "`}`") }
            let findings = lexed.diagnostics + parser.diagnostics
            return (findings.isEmpty ? expression : nil, findings)
        } catch {
            return (nil, lexed.diagnostics + parser.diagnostics)
        }
    }
}

extension Parser {
    /// The expression that a text is, for values given on the command line; nil where it is none.
    package static func parseExpression(_ text: String) -> Expression? {
        let lexed = Lexer.lex(Source(name: "<value>", text: text))
        guard lexed.diagnostics.isEmpty else { return nil }
        var parser = Parser(lexed)
        guard let expression = try? parser.parseExpression(), parser.kind == .end, !parser.isDamaged else {
            return nil
        }
        return expression
    }
}
