import Diagnostics

extension Parser {
    /// The most values of an option.
    private static let longestPhrase = 16

    /// `use = "use" (STRING | path) ["as" IDENT]`
    mutating func parseUse() throws(ParseFailure) -> Statement.Kind {
        advance()
        let target: UseStatement.Target
        if kind == .string {
            target = .file(try parseString())
        } else {
            target = .module(try parsePath("a file in quotes or a module"))
        }
        let alias = take(.as) ? try parseName("a name") : nil
        return .use(UseStatement(target: target, alias: alias))
    }

    /// `let = "let" IDENT [":" type] "=" expr`
    mutating func parseLet() throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseName("a name")
        let type = take(.colon) ? try parseType() : nil
        try expectAssign()
        return .let(LetStatement(name: name, type: type, value: try parseExpression()))
    }

    /// `type = WORD ["<" type ">"]`
    mutating func parseType() throws(ParseFailure) -> TypeSyntax {
        let start = index
        var names = [try parseWord("a type")]
        while names.count < 8, take(.less) { names.append(try parseWord("a type")) }
        for _ in names.dropFirst() where !take(.greater) { throw fail(expected: "`>`") }
        return TypeSyntax(name: names.removeFirst(), arguments: names, span: span(from: start))
    }

    /// `set = "set" WORD primary`
    mutating func parseSet() throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseWord("a setting")
        if kind == .mark(.assign) {
            throw fail(
                Diagnostic(
                    "E0201", "expected a value, found `=`", at: token.span,
                    label: "a setting is written without it",
                    edits: [Edit(token.span, "", .safe)]))
        }
        return .set(name, try parsePrimary())
    }

    /// `generator = "generator" IDENT "=" source [options]`,
    /// `classifier = "classifier" IDENT "=" source [options]` and
    /// `dataset = "dataset" IDENT "=" source [options]`
    mutating func parseDeclaration(_ declared: Declaration.Kind) throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseName("a name")
        try expectAssign()
        let source = try parseSource()
        let options = try parseOptions()
        return .declaration(Declaration(kind: declared, name: name, source: source, options: options))
    }

    /// `source = STRING | path [args]`
    private mutating func parseSource() throws(ParseFailure) -> DeclarationSource {
        if kind == .string { return .file(try parseString()) }
        if kind == .keyword(.train) {
            throw fail(
                Diagnostic(
                    "E0206", "`train` is not yet in this version", at: token.span,
                    label: "reserved for a later one"))
        }
        let start = index
        let path = try parsePath("a file in quotes or a name")
        let arguments = kind == .mark(.leftParenthesis) ? try parseArguments() : nil
        return .named(path, arguments: arguments, span: span(from: start))
    }

    /// Takes the `=` of a declaration.
    mutating func expectAssign() throws(ParseFailure) {
        if take(.assign) { return }
        throw fail(
            expected: "`=`",
            helps: kind == .mark(.minus) ? ["`-` is never part of a name, `_` may be"] : [])
    }

    /// `options = "with" option {"," option}`, or nothing
    mutating func parseOptions() throws(ParseFailure) -> [OptionSyntax] {
        guard take(.with) else { return [] }
        return try parseList { parser throws(ParseFailure) in try parser.parseOption() }
    }

    /// `option = WORD {value}`, such as `resize short 256 crop 224 bilinear antialias`
    private mutating func parseOption() throws(ParseFailure) -> OptionSyntax {
        let start = index
        let name = try parseWord("an option")
        var values: [Expression] = []
        while values.count < Self.longestPhrase, beginsOptionValue {
            values.append(try parsePrimary(allowsQuery: false))
        }
        if kind == .mark(.minus) {
            throw fail(
                Diagnostic(
                    "E0201", "expected a value of `\(name.text)`, found `-`", at: token.span,
                    label: "no option takes a negative number"))
        }
        if case .keyword(let keyword) = kind, keyword.role != .inner, values.count < Self.longestPhrase {
            throw fail(wordAsValue(keyword, of: name))
        }
        return OptionSyntax(name: name, values: values, span: span(from: start))
    }

    /// The finding that a name which is a word of the language stands without quotes.
    private func wordAsValue(_ keyword: Keyword, of option: Name) -> Diagnostic {
        let quoted = "\"\(keyword.rawValue)\""
        return Diagnostic(
            "E0201",
            "expected a value of `\(option.text)`, found the word `\(keyword.rawValue)` of the language",
            at: token.span, label: "a column of this name stands in quotes",
            helps: ["write `\(option.text) \(quoted)`"], edits: [Edit(token.span, quoted)])
    }

    /// Whether the token at hand begins a value of an option, not a clause behind the options.
    private var beginsOptionValue: Bool {
        switch kind {
        case .integer, .number, .percent, .duration, .size, .fitzpatrick, .string, .mark(.leftBracket),
            .mark(.leftBrace), .mark(.leftParenthesis), .keyword(.true), .keyword(.false), .keyword(.unknown):
            true
        case .identifier: !isWord("rows") && !isWord("columns")
        default: false
        }
    }

    // MARK: Names

    /// An identifier; keywords are refused.
    mutating func parseName(_ expected: String) throws(ParseFailure) -> Name {
        if kind == .identifier { return takeName() }
        if case .keyword(let keyword) = kind {
            throw fail(
                Diagnostic(
                    "E0205", "`\(keyword.rawValue)` is a word of the language and cannot be a name",
                    at: token.span, label: "expected \(expected)",
                    secondary: unfinishedLine))
        }
        if kind == .fitzpatrick {
            throw fail(
                Diagnostic(
                    "E0205", "`\(text)` is a skin type and cannot be a name", at: token.span,
                    label: "expected \(expected)"))
        }
        throw fail(expected: expected)
    }

    /// `WORD`: an identifier or a keyword.
    mutating func parseWord(_ expected: String) throws(ParseFailure) -> Name {
        if case .keyword = kind { return takeName() }
        guard kind == .identifier else { throw fail(expected: expected) }
        return takeName()
    }

    /// `path = IDENT {"." WORD}`
    mutating func parsePath(_ expected: String) throws(ParseFailure) -> NamePath {
        let first = try parseName(expected)
        guard kind == .mark(.dot) else { return NamePath(first) }
        var rest: [Name] = []
        while rest.count + 1 < Self.deepestNesting, take(.dot) {
            rest.append(try parseWord("a name behind the dot"))
        }
        return NamePath(first, rest)
    }

    private mutating func takeName() -> Name {
        let name = Name(text: text, span: token.span)
        advance()
        return name
    }
}
