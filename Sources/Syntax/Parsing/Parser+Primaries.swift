import Diagnostics

extension Parser {
    /// `primary = range | "true" | "false" | items | record | query | "(" expr ")"` and, without queries,
    /// `value = range | "true" | "false" | items | record | path [args] | "(" expr ")"`
    ///
    /// - Parameter allowsQuery: whether `dp by age of a` is read as one value; not in options, where `by` begins a clause.
    mutating func parsePrimary(allowsQuery: Bool = true) throws(ParseFailure) -> Expression {
        switch kind {
        case .integer, .number, .percent, .duration, .size, .fitzpatrick, .string, .keyword(.unknown):
            return try parseRange()
        case .keyword(.true), .keyword(.false):
            let value = Expression(.bool(kind == .keyword(.true)), token.span)
            advance()
            return value
        case .mark(.leftBracket): return try parseSetLiteral()
        case .mark(.leftBrace): return try parseRecord()
        case .mark(.leftParenthesis): return try parseParenthesized()
        case .identifier:
            return nextKind == .mark(.range) || nextKind == .mark(.halfOpenRange)
                ? try parseRange() : try parsePathOrQuery(allowsQuery: allowsQuery)
        case .keyword(let keyword):
            throw fail(
                Diagnostic(
                    "E0201", "expected a value, found `\(keyword.rawValue)`", at: token.span,
                    label: "a word of the language, never a value",
                    helps: keyword.role == .inner
                        ? [] : ["a column or class of this name stands in quotes: `\"\(keyword.rawValue)\"`"])
            )
        default: throw failWithoutValue()
        }
    }

    /// Gives up where a value should begin: a decimal point without a digit before it, or a comment of another language, is known.
    private mutating func failWithoutValue() -> ParseFailure {
        let next = token(ahead: 1)
        switch (kind, next.kind) {
        case (.mark(.dot), .integer) where next.start == token.end:
            return fail(
                Diagnostic(
                    "E0201", "expected a digit before the decimal point", at: token.span,
                    edits: [Edit(SourceSpan(Int(token.start), Int(token.start)), "0", .safe)]))
        case (.mark(.divide), .mark(.divide)), (.mark(.divide), .mark(.times)):
            return fail(expected: "a value", helps: ["a comment begins with `#`"])
        case (.mark(.divide), _),
            (.mark(.times), _)
        where index > 0 && lexed.tokens[index - 1].kind == .mark(.divide):
            return fail(expected: "a value", helps: ["a comment begins with `#`"])
        default: return fail(expected: "a value")
        }
    }

    /// `"(" expr ")"`
    private mutating func parseParenthesized() throws(ParseFailure) -> Expression {
        let start = index
        let opening = token
        advance()
        let inner = try parseExpression()
        try close(.rightParenthesis, openedAt: opening, expecting: "`)`")
        return Expression(.parenthesized(inner), span(from: start), around: inner.depth)
    }

    /// `query = path [args] ["by" group] ["of" path]`, which is a plain name or call where nothing of it follows
    private mutating func parsePathOrQuery(allowsQuery: Bool) throws(ParseFailure) -> Expression {
        let start = index
        let path = try parsePath("a name")
        let callee = Expression(.path(path), path.span)
        guard allowsQuery else {
            guard kind == .mark(.leftParenthesis) else { return callee }
            return call(callee, try parseArguments(), from: start)
        }
        let arguments = kind == .mark(.leftParenthesis) ? try parseArguments() : nil
        let metric = MetricCall(path: path, arguments: arguments, span: span(from: start))
        guard kind == .keyword(.by) || kind == .keyword(.of) else {
            return arguments.map { call(callee, $0, from: start) } ?? callee
        }
        let group = take(.by) ? try parseGroup() : nil
        let subject = take(.of) ? try parsePath("an audit or data set") : nil
        let deepest = (arguments ?? []).map(\.value.depth).max() ?? 0
        return Expression(
            .query(Query(metric: metric, group: group, subject: subject)), span(from: start), around: deepest)
    }

    private func call(_ callee: Expression, _ arguments: [Argument], from start: Int) -> Expression {
        let deepest = arguments.map(\.value.depth).max() ?? 0
        return Expression(.call(callee, arguments), span(from: start), around: max(callee.depth, deepest))
    }

    /// `range = atom [(".." | "..<") atom ["step" (INT | FLOAT)]]`, so also an atom alone
    mutating func parseRange() throws(ParseFailure) -> Expression {
        let start = index
        let lower = try parseAtom()
        let halfOpen = kind == .mark(.halfOpenRange)
        guard take(.range) || take(.halfOpenRange) else { return lower }
        let upper = try parseAtom()
        var step: Expression?
        if isWord("step"), nextKind == .integer || nextKind == .number {
            advance()
            step = try parseNumber()
        } else if isWord("step"), Self.mayBeStep(nextKind) {
            advance()
            throw fail(expected: "a step such as `5`")
        }
        return Expression(
            .range(lower: lower, upper: upper, halfOpen: halfOpen, step: step), span(from: start), around: 1)
    }

    /// Whether a token behind `step` is meant as one and cannot be.
    private static func mayBeStep(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .mark(.minus), .percent, .duration, .size: true
        default: false
        }
    }

    /// `atom = number | FST | path | STRING | "unknown"`
    private mutating func parseAtom() throws(ParseFailure) -> Expression {
        let span = token.span
        switch kind {
        case .string:
            let literal = try parseString()
            return Expression(.string(literal), literal.span)
        case .fitzpatrick:
            let type = Lexer.skinType(lexed.bytes(of: token)) ?? 1
            advance()
            return Expression(.fitzpatrick(type), span)
        case .keyword(.unknown):
            advance()
            return Expression(.unknown, span)
        case .identifier:
            let path = try parsePath("a value")
            return Expression(.path(path), path.span)
        default: return try parseNumber()
        }
    }

    /// `number = INT | FLOAT | PERCENT | DURATION | SIZE`: 100, 0.25, 95%, 2h, 4GB
    mutating func parseNumber() throws(ParseFailure) -> Expression {
        let value: Expression.Kind? =
            switch kind {
            case .integer: Literals.integer(lexed.bytes(of: token)).map { .integer($0) }
            case .number: Literals.number(lexed.bytes(of: token)).map { .number($0) }
            case .percent: Literals.percent(lexed.bytes(of: token)).map { .percent($0) }
            case .duration: Literals.duration(text).map { .duration($0) }
            case .size: Literals.size(text).map { .size($0) }
            default: throw fail(expected: "a number")
            }
        guard let value else {
            throw fail(
                Diagnostic(
                    "E0104", "`\(text.prefix(40))` is too large a number", at: token.span,
                    label: kind == .integer ? "whole numbers end at \(Int.max)" : "numbers end at 1.8e308"))
        }
        let span = token.span
        advance()
        return Expression(value, span)
    }

    /// `items = "[" [item {"," item} [","]] "]"`
    mutating func parseSetLiteral() throws(ParseFailure) -> Expression {
        let start = index
        let opening = token
        guard take(.leftBracket) else { throw fail(expected: "a set such as `[a, b]`") }
        let items = try nested { parser throws(ParseFailure) in try parser.parseItems() }
        try close(.rightBracket, openedAt: opening, expecting: "`,` or `]`")
        return Expression(.set(items), span(from: start), around: items.map(\.depth).max() ?? 0)
    }

    private mutating func parseItems() throws(ParseFailure) -> [Expression] {
        var items: [Expression] = []
        while kind != .mark(.rightBracket) {
            items.append(try parseItem())
            if !take(.comma) { break }
        }
        return items
    }

    /// `item = "-" number | value`
    private mutating func parseItem() throws(ParseFailure) -> Expression {
        let start = index
        guard take(.minus) else { return try parsePrimary(allowsQuery: false) }
        let number = try parseNumber()
        return Expression(.prefix(.minus, number), span(from: start), around: number.depth)
    }

    /// `record = "{" {sep} [entry {"," {sep} entry} ["," {sep}]] {sep} "}"`
    private mutating func parseRecord() throws(ParseFailure) -> Expression {
        let start = index
        let opening = token
        advance()
        skipSeparators()
        let entries = try nested { parser throws(ParseFailure) in try parser.parseEntries() }
        skipSeparators()
        try close(.rightBrace, openedAt: opening, expecting: "`,` or `}`")
        return Expression(.record(entries), span(from: start), around: entries.map(\.value.depth).max() ?? 0)
    }

    /// `entry = (WORD | STRING) ":" expr`
    private mutating func parseEntries() throws(ParseFailure) -> [RecordEntry] {
        var entries: [RecordEntry] = []
        while kind != .mark(.rightBrace) {
            let quoted = kind == .string ? try parseString() : nil
            let name: Name
            if let quoted { name = try key(quoted) } else { name = try parseWord("a name") }
            guard take(.colon) else { throw fail(expected: "`:`") }
            entries.append(RecordEntry(name: name, quoted: quoted, value: try parseExpression()))
            guard take(.comma) else { break }
            skipSeparators()
        }
        return entries
    }

    /// The name that a text in quotes is: it stands as it is written, without values in it.
    private mutating func key(_ literal: StringLiteral) throws(ParseFailure) -> Name {
        guard let text = literal.plainText else {
            throw fail(Diagnostic("E0201", "expected a name, found text with values in it", at: literal.span))
        }
        return Name(text: text, span: literal.span)
    }
}
