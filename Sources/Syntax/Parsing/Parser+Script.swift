import Diagnostics

extension Parser {
    /// `script = {sep} [statement {sep {sep} statement}] {sep} EOF`
    mutating func parseScript() -> [Statement] {
        var statements: [Statement] = []
        statements.reserveCapacity(lexed.tokens.count / 16)
        skipSeparators()
        while token.kind != .end {
            if let statement = parseRecovering(isFirst: statements.isEmpty) { statements.append(statement) }
            skipSeparators()
        }
        return statements
    }

    /// Reads a statement to its end; behind a mistake goes on at the next one.
    mutating func parseRecovering(isFirst: Bool) -> Statement? {
        let start = index
        defer { precondition(index > start || token.kind == .end, "the parser stands still") }
        if kind == .mark(.rightBrace) {
            // A brace at which the statement before was given up is not wrong a second time.
            guard failedAt != index else {
                advance()
                return nil
            }
            report(
                Diagnostic("E0209", "this `}` closes nothing", at: token.span, label: "no `{` is open here"))
            advance()
            return nil
        }
        let outerDamage = isDamaged
        isDamaged = false
        defer { isDamaged = outerDamage }
        do throws(ParseFailure) {
            let kind = try parseStatement(isFirst: isFirst)
            let statement = Statement(kind: kind, span: span(from: start))
            try expectEnd()
            guard isDamaged else { return statement }
            noteUnreadNames(from: start)
            return nil
        } catch {
            recoverStatement(from: start)
            return nil
        }
    }

    /// Goes to the end of the statement; if nothing of it was taken yet, at least one token on.
    private mutating func recoverStatement(from start: Int) {
        noteUnreadNames(from: start)
        if index == start { advance() }
        if index == failedAt, beginsLineOfUnfinished { return itemStart = index }
        guard index - 1 > start || kind != .mark(.semicolon) else { return }
        let holdsStatements: Bool =
            switch lexed.tokens[start].kind {
            case .keyword(.for), .keyword(.if), .keyword(.def), .keyword(.test): true
            default: false
            }
        recover(passesStatements: holdsStatements, alreadyOpen: openBraces(from: start))
    }

    /// How many braces were opened from a token on and not closed.
    private func openBraces(from start: Int) -> Int {
        lexed.tokens[start..<max(start, index)].reduce(0) { open, token in
            switch token.kind {
            case .mark(.leftBrace): open + 1
            case .mark(.rightBrace): max(0, open - 1)
            default: open
            }
        }
    }

    /// Takes note of what the statement would have bound.
    private mutating func noteUnreadNames(from start: Int) {
        let tokens = lexed.tokens
        let name =
            start + 1 < tokens.count && tokens[start + 1].kind == .identifier
            ? lexed.text(of: tokens[start + 1]) : nil
        let behind = start + 2 < tokens.count ? tokens[start + 2].kind : .end
        switch tokens[start].kind {
        case .keyword(.let), .keyword(.def), .keyword(.generator), .keyword(.classifier), .keyword(.dataset):
            unreadNames.formUnion([name].compactMap { $0 })
        case .keyword(.cohort):
            unreadNames.formUnion([behind == .keyword(.in) ? nil : name, "it.cohort"].compactMap { $0 })
        case .keyword(.audit):
            unreadNames.formUnion([behind == .mark(.assign) ? name : nil, "it.audit"].compactMap { $0 })
        case .keyword(.report), .keyword(.compare): unreadNames.insert("it.report")
        case .keyword(.use): unreadNames.insert("use")
        case .keyword(.set), .keyword(.print), .keyword(.export), .keyword(.require), .keyword(.expect),
            .keyword(.plot), .keyword(.sample), .keyword(.help), .keyword(.edition), .keyword(.attribute):
            break
        default: unreadNames.formUnion(["it.cohort", "it.audit", "it.report"])
        }
    }

    /// Takes nothing, but reports what stands behind the statement on its line.
    private mutating func expectEnd() throws(ParseFailure) {
        guard !isAtEnd else { return }
        let help = "a statement ends with its line, or with `;`"
        let clauses = Keyword.allCases.filter(\.continuesLine).map(\.rawValue)
        let nearest = kind == .identifier ? nearest(to: text, among: clauses) : nil
        throw fail(
            Diagnostic(
                "E0202", "\(found) does not belong to this statement", at: token.span,
                label: nearest.map { "did you mean `\($0)`?" } ?? "", helps: nearest == nil ? [help] : [],
                edits: nearest.map { [Edit(token.span, $0)] } ?? []))
    }

    /// `statement = edition | use | let | set | def | for | if | test | attribute | generator | classifier
    /// | dataset | cohort | sample | audit | report | compare | plot | gate | export | print | help | expr`
    private mutating func parseStatement(isFirst: Bool) throws(ParseFailure) -> Statement.Kind {
        guard case .keyword(let keyword) = kind else { return try parseExpressionStatement() }
        switch keyword {
        case .edition: return try parseEdition(isFirst: isFirst)
        case .use: return try parseUse()
        case .let: return try parseLet()
        case .set: return try parseSet()
        case .for: return try parseFor()
        case .if: return try parseIf()
        case .def: return try parseDef()
        case .test: return try parseTest()
        case .attribute: return try parseAttribute()
        case .help: return try parseHelp()
        case .generator: return try parseDeclaration(.generator)
        case .classifier: return try parseDeclaration(.classifier)
        case .dataset: return try parseDeclaration(.dataset)
        case .cohort: return try parseCohort()
        case .sample: return try parseSample()
        case .audit: return try parseAudit()
        case .report: return try parseReport()
        case .compare: return try parseCompare()
        case .plot: return try parsePlot()
        case .require, .expect: return try parseGate(keyword)
        case .export: return try parseExport()
        case .print: return try parsePrint()
        default: return try parseOther(keyword)
        }
    }

    /// Statements of later versions, and words that begin none.
    private mutating func parseOther(_ keyword: Keyword) throws(ParseFailure) -> Statement.Kind {
        switch keyword {
        case .true, .false, .not, .unknown: return try parseExpressionStatement()
        default: break
        }
        guard keyword.role == .reserved else {
            throw fail(
                Diagnostic(
                    "E0204", "no statement begins with `\(keyword.rawValue)`", at: token.span,
                    label: "belongs inside a statement"))
        }
        report(
            Diagnostic(
                "E0206", "`\(keyword.rawValue)` is not yet in this version", at: token.span,
                label: "reserved for a later one"))
        advance()
        recover(passesStatements: true)
        return .reserved(keyword)
    }

    /// `edition = "edition" INT`
    private mutating func parseEdition(isFirst: Bool) throws(ParseFailure) -> Statement.Kind {
        if !isFirst {
            report(
                Diagnostic(
                    "E0208", "`edition` is the first statement of a script", at: token.span,
                    label: "other statements stand before it"))
        }
        advance()
        guard kind == .integer else { throw fail(expected: "a year such as `2026`") }
        return .edition(try parseNumber())
    }

    /// An expression as a statement; a misspelt statement word is noticed.
    private mutating func parseExpressionStatement() throws(ParseFailure) -> Statement.Kind {
        if kind == .identifier, looksLikeStatement(nextKind) { throw failAtWord() }
        return .expression(try parseExpression())
    }

    /// Gives up at a word that begins no statement, with the statement word that was meant.
    private mutating func failAtWord() -> ParseFailure {
        let words = Keyword.allCases.filter { $0.role == .statement }.map(\.rawValue)
        let nearest = Self.foreignWords[text] ?? nearest(to: text, among: words)
        var (label, edit) = ("not a statement word", Edit?.none)
        if let nearest {
            (label, edit) = ("did you mean `\(nearest)`?", Edit(token.span, nearest))
        } else if text == "return" {
            label = "the last statement of a function gives its value"
        } else if nextKind == .mark(.assign) {
            let start = Int(token.start)
            (label, edit) = ("a name is bound by `let`", Edit(SourceSpan(start, start), "let "))
        }
        return fail(
            Diagnostic(
                "E0204", "no statement begins with `\(text.prefix(40))`", at: token.span, label: label,
                edits: edit.map { [$0] } ?? []))
    }

    /// Words that begin statements in other languages, and what they are here.
    private static let foreignWords = [
        "var": "let", "const": "let", "val": "let", "import": "use", "include": "use", "function": "def",
        "func": "def", "fn": "def", "assert": "require", "warn": "expect", "echo": "print",
        "elif": "else if", "elsif": "else if", "elseif": "else if",
    ]

    /// Whether what follows a name makes the name a statement word, not the beginning of an expression.
    private func looksLikeStatement(_ next: Token.Kind) -> Bool {
        switch next {
        case .identifier, .integer, .number, .percent, .duration, .size, .fitzpatrick, .string,
            .mark(.assign),
            .mark(.leftBrace), .keyword(.true), .keyword(.false), .keyword(.not):
            true
        default: false
        }
    }
}
