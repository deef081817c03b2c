import Diagnostics

extension Parser {
    /// `sample = "sample" subject [options]`
    mutating func parseSample() throws(ParseFailure) -> Statement.Kind {
        advance()
        let subject = try parseSubject()
        return .sample(subject, try parseOptions())
    }

    /// `subject = path | "(" cohortexpr ")"`
    private mutating func parseSubject() throws(ParseFailure) -> SubjectSyntax {
        let opening = token
        guard take(.leftParenthesis) else { return .path(try parsePath("a cohort or data set")) }
        let expression = try nested { parser throws(ParseFailure) in try parser.parseCohortExpression() }
        try close(.rightParenthesis, openedAt: opening, expecting: "`)`")
        return .expression(expression)
    }

    /// `audit = "audit" [IDENT "="] names ["on" subject {"," subject}] [options]`
    mutating func parseAudit() throws(ParseFailure) -> Statement.Kind {
        advance()
        var name: Name?
        if nextKind == .mark(.assign) {
            name = try parseName("a name")
            advance()
        }
        let classifiers = try parseClassifiers()
        let subjects =
            take(.on) ? try parseList { parser throws(ParseFailure) in try parser.parseSubject() } : []
        let options = try parseOptions()
        return .audit(
            AuditStatement(name: name, classifiers: classifiers, subjects: subjects, options: options))
    }

    /// `names = "all" | path {"," path}`
    private mutating func parseClassifiers() throws(ParseFailure) -> AuditStatement.Classifiers {
        let span = token.span
        if take(word: "all") { return .all(span) }
        return .named(try parsePaths("a classifier"))
    }

    /// `path {"," path}`
    private mutating func parsePaths(_ expected: String) throws(ParseFailure) -> [NamePath] {
        try parseList { parser throws(ParseFailure) in try parser.parsePath(expected) }
    }

    /// `report = "report" metrics ["by" groups] ["of" path {"," path}] [options]`
    mutating func parseReport() throws(ParseFailure) -> Statement.Kind {
        advance()
        let metrics = try parseMetrics()
        let groups = take(.by) ? try parseGroups() : []
        let subjects = take(.of) ? try parsePaths("an audit or data set") : []
        let options = try parseOptions()
        return .report(
            ReportStatement(metrics: metrics, groups: groups, subjects: subjects, options: options))
    }

    /// `compare = "compare" path "vs" path {"vs" path} "of" metrics ["by" groups] [options]`
    mutating func parseCompare() throws(ParseFailure) -> Statement.Kind {
        advance()
        let side = "an audit's part such as `a.MelaNet`, or a data set"
        var sides = [try parsePath(side)]
        while take(.vs) { sides.append(try parsePath(side)) }
        guard sides.count > 1 else { throw fail(expected: "`vs` and what to compare with") }
        guard take(.of) else { throw fail(expected: "`of` and metrics") }
        let metrics = try parseMetrics()
        let groups = take(.by) ? try parseGroups() : []
        return .compare(
            CompareStatement(sides: sides, metrics: metrics, groups: groups, options: try parseOptions()))
    }

    /// `metrics = metric {"," metric}`
    private mutating func parseMetrics() throws(ParseFailure) -> [MetricCall] {
        try parseList { parser throws(ParseFailure) in try parser.parseMetric() }
    }

    /// `metric = path [args]`
    private mutating func parseMetric() throws(ParseFailure) -> MetricCall {
        let start = index
        let path = try parsePath("a metric such as `dp` or `accuracy`")
        let arguments = kind == .mark(.leftParenthesis) ? try parseArguments() : nil
        return MetricCall(path: path, arguments: arguments, span: span(from: start))
    }

    /// `groups = group {"," group}`
    private mutating func parseGroups() throws(ParseFailure) -> [GroupSyntax] {
        try parseList { parser throws(ParseFailure) in try parser.parseGroup() }
    }

    /// `group = factor {"*" factor}`
    mutating func parseGroup() throws(ParseFailure) -> GroupSyntax {
        let start = index
        let first = try parseFactor()
        var rest: [GroupSyntax.Factor] = []
        while take(.times) { rest.append(try parseFactor()) }
        return GroupSyntax(first: first, rest: rest, span: span(from: start))
    }

    /// `factor = IDENT ["bin" value | "bins" items]`
    private mutating func parseFactor() throws(ParseFailure) -> GroupSyntax.Factor {
        if kind == .mark(.leftBracket) || kind == .mark(.leftParenthesis) {
            throw fail(
                expected: "an attribute",
                helps: ["several stand beside each other: `by sex, age`, or are crossed: `by sex*age`"])
        }
        let name = try parseName("an attribute")
        if take(word: "bin") {
            return GroupSyntax.Factor(attribute: name, bins: .width(try parsePrimary(allowsQuery: false)))
        }
        if take(word: "bins") {
            return GroupSyntax.Factor(attribute: name, bins: .edges(try parseSetLiteral()))
        }
        return GroupSyntax.Factor(attribute: name, bins: nil)
    }

    /// `plot = "plot" IDENT [metrics] {plotclause}`
    mutating func parsePlot() throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseName("a kind of plot such as `grid`")
        let hasMetrics = kind == .identifier && !isWord("rows") && !isWord("columns")
        let metrics = hasMetrics ? try parseMetrics() : []
        var clauses: [PlotClause] = []
        while !isAtEnd { clauses.append(try parsePlotClause()) }
        return .plot(PlotStatement(kind: name, metrics: metrics, clauses: clauses))
    }

    /// `plotclause = "by" groups | "of" path | "rows" group | "columns" group | "to" STRING | options`
    private mutating func parsePlotClause() throws(ParseFailure) -> PlotClause {
        let start = index
        let kind: PlotClause.Kind
        if take(.by) {
            kind = .by(try parseGroups())
        } else if take(.of) {
            kind = .of(try parsePath("a cohort or audit"))
        } else if take(word: "rows") {
            kind = .rows(try parseGroup())
        } else if take(word: "columns") {
            kind = .columns(try parseGroup())
        } else if take(.to) {
            kind = .to(try parseString())
        } else if self.kind == .keyword(.with) {
            kind = .options(try parseOptions())
        } else {
            throw fail(expected: "`by`, `of`, `rows`, `columns`, `to` or `with`")
        }
        return PlotClause(kind: kind, span: span(from: start))
    }

    /// `gate = ("require" | "expect") expr ["because" STRING]`
    mutating func parseGate(_ keyword: Keyword) throws(ParseFailure) -> Statement.Kind {
        advance()
        let condition = try parseExpression()
        let reason = take(.because) ? try parseString() : nil
        return .gate(GateStatement(isRequired: keyword == .require, condition: condition, reason: reason))
    }

    /// `export = "export" path {"," path} "to" STRING ["as" WORD]`
    mutating func parseExport() throws(ParseFailure) -> Statement.Kind {
        advance()
        let items = try parsePaths("a result such as `it.report`")
        guard take(.to) else { throw fail(expected: "`to` and a file in quotes") }
        let path = try parseString()
        let format = take(.as) ? try parseWord("a format") : nil
        return .export(ExportStatement(items: items, path: path, format: format))
    }

    /// `print = "print" expr {"," expr}`
    mutating func parsePrint() throws(ParseFailure) -> Statement.Kind {
        advance()
        return .print(try parseList { parser throws(ParseFailure) in try parser.parseExpression() })
    }
}
