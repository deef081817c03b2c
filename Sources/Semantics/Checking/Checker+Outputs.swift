import Diagnostics
import Syntax

extension Checker {
    // MARK: Plots

    /// The clauses of a plot, sorted by what they say.
    struct PlotParts {
        /// The path behind `of`.
        var subject: NamePath?
        /// The groups behind `by`.
        var groups: [GroupSyntax]?
        /// The group behind `rows`.
        var rows: GroupSyntax?
        /// The group behind `columns`.
        var columns: GroupSyntax?
        /// The file behind `to`.
        var path: StringLiteral?
        /// The options behind `with`.
        var options: [OptionSyntax] = []
    }

    /// Checks a plot.
    mutating func checkPlot(
        _ statement: PlotStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        guard let definition = catalogue.plots.first(where: { $0.name == statement.kind.text }) else {
            throw fail(
                unknown(
                    "E0320", "plot", statement.kind.text, statement.kind.span,
                    among: catalogue.plots.map(\.name)))
        }
        notes.note(.plot(definition.name), at: statement.kind.span)
        let parts = try sorted(statement.clauses)
        switch definition.content {
        case .images: return .plot(try checkGrid(statement, parts, definition, span))
        case .results: return .plot(try checkFigure(statement, parts, definition, span))
        }
    }

    private mutating func checkGrid(
        _ statement: PlotStatement, _ parts: PlotParts, _ definition: PlotDefinition, _ span: SourceSpan
    ) throws(CheckFailure) -> PlotDescription {
        if let metric = statement.metrics.first {
            throw fail(
                Diagnostic("E0414", "plot `\(definition.name)` takes no metrics", at: metric.span))
        }
        if let groups = parts.groups {
            throw fail(
                Diagnostic(
                    "E0414", "a grid takes `rows` and `columns`, not `by`", at: groups.first?.span ?? span))
        }
        let cohort = if let path = parts.subject { try plotted(path) } else { try implicitCohort(at: span) }
        let judged = [Judged(outcome: .dataset(cohort.name, classifier: nil), subject: .cohort(cohort))]
        guard parts.rows != nil || parts.columns != nil, let path = parts.path else {
            throw fail(missing(parts, span))
        }
        let rowGrouping = try side(parts.rows, judged)
        let columnGrouping = try side(parts.columns, judged)
        if let columns = parts.columns,
            let shared = rowGrouping.factors.first(where: {
                columnGrouping.factors.map(\.attribute).contains($0.attribute)
            })
        {
            throw fail(
                Diagnostic("E0309", "`\(shared.attribute)` makes both rows and columns", at: columns.span))
        }
        let options = try checkOptions(parts.options, definition.options, of: "plot `\(definition.name)`")
        return PlotDescription(
            kind: definition.name, content: .images(cohort, rows: rowGrouping, columns: columnGrouping),
            path: try output(path), format: try pictureFormat(path, among: ["png"]), options: options,
            span: span)
    }

    /// The grouping of a grid's rows or columns; one row or column where nothing is said of them.
    private mutating func side(_ group: GroupSyntax?, _ judged: [Judged]) throws(CheckFailure) -> Grouping {
        guard let group else { return Grouping(factors: []) }
        return try grouping(group, judged)
    }

    private mutating func sorted(_ clauses: [PlotClause]) throws(CheckFailure) -> PlotParts {
        var parts = PlotParts()
        for clause in clauses {
            let isSecond: Bool
            switch clause.kind {
            case .by(let groups): (isSecond, parts.groups) = (parts.groups != nil, groups)
            case .of(let path): (isSecond, parts.subject) = (parts.subject != nil, path)
            case .rows(let group): (isSecond, parts.rows) = (parts.rows != nil, group)
            case .columns(let group): (isSecond, parts.columns) = (parts.columns != nil, group)
            case .to(let path): (isSecond, parts.path) = (parts.path != nil, path)
            case .options(let options): (isSecond, parts.options) = (!parts.options.isEmpty, options)
            }
            if isSecond { throw fail(Diagnostic("E0309", "this clause is written twice", at: clause.span)) }
        }
        return parts
    }

    /// The cohort that a plot shows: named, or the only one of an audit.
    private mutating func plotted(_ path: NamePath) throws(CheckFailure) -> CohortDescription {
        if !isBroken(path), case .audit(let audit)? = lookUp(path)?.binding, audit.subjects.count == 1,
            let cohort = audit.subjects[0].cohort
        {
            return cohort
        }
        return try cohort(path)
    }

    private func missing(_ parts: PlotParts, _ span: SourceSpan) -> Diagnostic {
        let lacking = [
            parts.rows == nil && parts.columns == nil ? "`rows` or `columns`" : nil,
            parts.path == nil ? "`to`" : nil,
        ].compactMap { $0 }
        return Diagnostic(
            "E0417", "this plot lacks \(lacking.joined(separator: " and "))", at: span,
            helps: ["for example `plot grid of main rows fst*sex columns age to \"grid.png\"`"])
    }
}
