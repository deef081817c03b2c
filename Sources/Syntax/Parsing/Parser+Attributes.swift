import Diagnostics

extension Parser {
    /// `attribute = "attribute" IDENT "=" attrtype [options]`
    mutating func parseAttribute() throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseName("a name")
        try expectAssign()
        let domain = try parseAttributeDomain()
        return .attribute(AttributeStatement(name: name, domain: domain, options: try parseOptions()))
    }

    /// `attrtype = "enum" items | "years" range | "fst" | "number" [range]`
    private mutating func parseAttributeDomain() throws(ParseFailure) -> AttributeStatement.Domain {
        if take(word: "enum") { return .words(try parseSetLiteral()) }
        if take(word: "years") { return .years(try parseRange()) }
        if take(word: "fst") { return .fitzpatrick }
        if take(word: "number") {
            return .number(isAtEnd || kind == .keyword(.with) ? nil : try parseRange())
        }
        throw fail(expected: "the values: `enum [a, b]`, `years 0..120`, `fst` or `number`")
    }

    /// `help = "help" [WORD {"." WORD} | STRING]`, for any word of the language may be asked about, and codes are words
    mutating func parseHelp() throws(ParseFailure) -> Statement.Kind {
        advance()
        guard !isAtEnd else { return .help(HelpStatement(topic: nil)) }
        if kind == .string { return .help(HelpStatement(topic: .text(try parseString()))) }
        let first = try parseWord("a name, a word of the language or a code")
        var rest: [Name] = []
        while take(.dot) { rest.append(try parseWord("a name behind the dot")) }
        return .help(HelpStatement(topic: .path(NamePath(first, rest))))
    }
}
