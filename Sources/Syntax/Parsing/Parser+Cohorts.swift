import Diagnostics

extension Parser {
    /// `cohort = "cohort" [IDENT] ["="] cohortbody`, with a name iff `=` or `{` follows it
    mutating func parseCohort() throws(ParseFailure) -> Statement.Kind {
        advance()
        var name: Name?
        if nextKind == .mark(.assign) || (nextKind == .mark(.leftBrace) && kind != .mark(.leftBrace)) {
            name = try parseName("a name")
        } else if lacksAssign {
            name = try parseName("a name")
            reportMissingAssign()
        }
        if take(.assign), isAtEnd { throw failWithoutClause() }
        return .cohort(CohortStatement(name: name, body: try parseCohortBody(isNamed: name != nil)))
    }

    /// `cohortbody = clause {clause} | clauses | cohortexpr`
    private mutating func parseCohortBody(isNamed: Bool) throws(ParseFailure) -> CohortStatement.Body {
        if kind == .mark(.leftBrace) { return .clauses(try parseClauseBlock()) }
        if isNamed, isDifference { throw failAtDifference() }
        if isNamed, kind == .mark(.leftBracket) { throw failAtSet() }
        if kind == .identifier, followsCohortName(nextKind, isNamed: isNamed) {
            return .expression(try parseCohortExpression())
        }
        if kind == .identifier, nextKind == .mark(.semicolon) || nextKind == .end { advance() }
        var clauses: [Clause] = []
        while !isAtEnd {
            clauses.append(try parseClause())
            try passComma(behind: clauses.last)
        }
        if clauses.isEmpty { throw failWithoutClause() }
        return .clauses(clauses)
    }

    private mutating func failWithoutClause() -> ParseFailure {
        fail(
            Diagnostic(
                "E0210", "this cohort says nothing", at: foundSpan, label: "expected clauses",
                helps: ["for example `cohort sex in [m, f] age 10..80 fst I..VI n 100`"]))
    }

    /// Whether what follows a name makes it the name of another cohort.
    private func followsCohortName(_ next: Token.Kind, isNamed: Bool) -> Bool {
        switch next {
        case .keyword(.where), .keyword(.with), .mark(.plus), .mark(.leftParenthesis), .mark(.dot): true
        case .mark(.semicolon), .end: isNamed
        default: false
        }
    }

    /// `clauses = "{" {sep} clause {{sep} clause} {sep} "}"`; a mistake in a clause leaves the others
    private mutating func parseClauseBlock() throws(ParseFailure) -> [Clause] {
        let opening = token
        advance()
        var clauses: [Clause] = []
        var failed = false
        skipSeparators()
        while kind != .mark(.rightBrace) {
            if kind == .end || beginsStatement(kind) {
                itemStart = -1
                throw fail(neverClosed(opening, .rightBrace))
            }
            do throws(ParseFailure) {
                clauses.append(try parseClause())
                try passComma(behind: clauses.last)
            } catch {
                failed = true
                recover()
            }
            if isAtEnd { skipSeparators() }
        }
        advance()
        if failed { throw ParseFailure() }
        if clauses.isEmpty { throw failWithoutClause() }
        return clauses
    }

    /// `clause = axis | "n" value ["total"] | "prompt" value | "from" path | "seed" value | "where" expr`
    private mutating func parseClause() throws(ParseFailure) -> Clause {
        let start = index
        let kind = try parseClauseKind()
        return Clause(kind: kind, span: span(from: start))
    }

    private mutating func parseClauseKind() throws(ParseFailure) -> Clause.Kind {
        if take(.where) { return .condition(try parseExpression()) }
        guard kind == .identifier else {
            throw fail(expected: "an attribute, `n`, `prompt`, `from` or `seed`")
        }
        if takeClause("n") {
            let count = try parsePrimary(allowsQuery: false)
            return .count(count, isTotal: take(word: "total"))
        }
        if takeClause("prompt") { return .prompt(try parsePrimary(allowsQuery: false)) }
        if takeClause("seed") { return .seed(try parsePrimary(allowsQuery: false)) }
        if takeClause("from") { return .from(try parsePath("the name of a generator")) }
        return try parseAxis()
    }

    /// `axis = IDENT ["in"] domain`
    private mutating func parseAxis() throws(ParseFailure) -> Clause.Kind {
        let name = try parseName("an attribute")
        if kind == .mark(.assign) {
            readBehind(
                Diagnostic(
                    "E0201", "expected the values of `\(name.text)`, found `=`", at: token.span,
                    label: "`in`, or nothing, stands before them", edits: [Edit(token.span, "in", .safe)]))
            advance()
        } else {
            _ = take(.in)
        }
        return .axis(name, try parseDomain(of: name))
    }

    /// `domain = items | range`
    private mutating func parseDomain(of name: Name) throws(ParseFailure) -> Expression {
        switch kind {
        case .mark(.leftBracket): return try parseSetLiteral()
        case .integer, .number, .percent, .fitzpatrick, .string, .keyword(.unknown): return try parseRange()
        case .identifier: return try parseRange()
        default:
            throw fail(
                expected: "values of `\(name.text)`: a range such as `10..80` or a set such as `[a, b]`")
        }
    }

    /// `cohortexpr = cohortterm {"+" cohortterm}`
    mutating func parseCohortExpression() throws(ParseFailure) -> CohortExpression {
        let start = index
        var terms = [try parseCohortTerm()]
        while take(.plus) { terms.append(try parseCohortTerm()) }
        return CohortExpression(terms: terms, span: span(from: start))
    }

    /// `cohortterm = path [args] {"where" expr | "with" clause {"," clause}}`
    private mutating func parseCohortTerm() throws(ParseFailure) -> CohortExpression.Term {
        let path = try parsePath("a cohort")
        let arguments = kind == .mark(.leftParenthesis) ? try parseArguments() : nil
        var changes: [CohortExpression.Change] = []
        while true {
            if take(.where) {
                changes.append(.condition(try parseExpression()))
            } else if take(.with) {
                changes.append(
                    .clauses(try parseList { parser throws(ParseFailure) in try parser.parseClause() }))
            } else {
                return CohortExpression.Term(path: path, arguments: arguments, changes: changes)
            }
        }
    }
}
