import Diagnostics
import Syntax

extension Checker {
    /// Formats of the language that a later version writes.
    private static let laterFormats = ["html", "md", "tex", "png", "junit", "sarif", "xml"]

    // MARK: Plots

    /// The clauses of a plot, sorted by what they say.
    private struct PlotParts {
        var subject: NamePath?
        var rows: GroupSyntax?
        var columns: GroupSyntax?
        var path: StringLiteral?
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
        if let metric = statement.metrics.first {
            throw fail(
                Diagnostic("E0414", "plot `\(definition.name)` takes no metrics", at: metric.span))
        }
        let parts = try sorted(statement.clauses)
        let cohort = if let path = parts.subject { try plotted(path) } else { try implicitCohort(at: span) }
        let judged = [Judged(outcome: .dataset(cohort.name), subject: .cohort(cohort))]
        guard let rows = parts.rows, let columns = parts.columns, let path = parts.path else {
            throw fail(missing(parts, span))
        }
        let rowGrouping = try grouping(rows, judged)
        let columnGrouping = try grouping(columns, judged)
        if let shared = rowGrouping.factors.first(where: {
            columnGrouping.factors.map(\.attribute).contains($0.attribute)
        }) {
            throw fail(
                Diagnostic("E0309", "`\(shared.attribute)` makes both rows and columns", at: columns.span))
        }
        let options = try checkOptions(parts.options, definition.options, of: "plot `\(definition.name)`")
        return .plot(
            PlotDescription(
                kind: definition.name, cohort: cohort, rows: rowGrouping, columns: columnGrouping,
                path: try text(of: path), options: options, span: span))
    }

    private mutating func sorted(_ clauses: [PlotClause]) throws(CheckFailure) -> PlotParts {
        var parts = PlotParts()
        for clause in clauses {
            let isSecond: Bool
            switch clause.kind {
            case .by(let groups):
                throw fail(
                    Diagnostic(
                        "E0414", "a grid takes `rows` and `columns`, not `by`",
                        at: groups.first?.span ?? clause.span))
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
        if !isBroken(path), case .audit(let audit)? = lookUp(path)?.binding, audit.subjects.count == 1 {
            return audit.subjects[0]
        }
        return try cohort(path)
    }

    private func missing(_ parts: PlotParts, _ span: SourceSpan) -> Diagnostic {
        let lacking = [
            parts.rows == nil ? "rows" : nil, parts.columns == nil ? "columns" : nil,
            parts.path == nil ? "to" : nil,
        ].compactMap { $0 }
        return Diagnostic(
            "E0417", "this plot lacks \(Words.list(lacking))", at: span,
            helps: ["for example `plot grid of main rows fst*sex columns age to \"grid.png\"`"])
    }

    // MARK: Exports

    /// Checks `export`.
    mutating func checkExport(
        _ statement: ExportStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        var items: [ExportDescription.Item] = []
        for path in statement.items { items.append(try exported(path)) }
        let path = try text(of: statement.path)
        let format = try format(statement, path)
        return .export(ExportDescription(items: items, path: path, format: format, span: span))
    }

    private mutating func exported(_ path: NamePath) throws(CheckFailure) -> ExportDescription.Item {
        if isBroken(path) { throw failSilently() }
        guard let (binding, rest) = lookUp(path) else {
            if path.names.first?.text == "it" { throw fail(noSubject("result", path)) }
            let known = ["it.report", "it.audit", "it.cohort"] + names(of: "audit") + names(of: "cohort")
            throw fail(unknown("E0312", "result", path.text, path.span, among: known))
        }
        switch binding {
        case .report(let report) where rest.isEmpty: return .report(report.name)
        case .audit(let audit) where rest.isEmpty: return .audit(audit.name)
        case .cohort(let cohort) where rest.isEmpty: return .cohort(cohort.name)
        default: throw fail(wrongKind(path, binding, expected: "a report, audit or cohort"))
        }
    }

    /// The format behind `as`, or the one that the file's extension says.
    private mutating func format(_ statement: ExportStatement, _ path: String) throws(CheckFailure) -> String
    {
        let span = statement.format?.span ?? statement.path.span
        let last = path.split(separator: "/").last ?? ""
        let suffix = last.contains(".") ? last.split(separator: ".").last.map(String.init) ?? "" : ""
        let wanted = statement.format?.text ?? suffix.lowercased()
        let found = catalogue.formats.first { format in
            statement.format == nil ? format.extensions.contains(wanted) : format.name == wanted
        }
        if let found { return found.name }
        if Self.laterFormats.contains(wanted) { throw fail(notYet("format `\(wanted)`", span)) }
        throw fail(
            Diagnostic(
                "E0320", wanted.isEmpty ? "this file name says no format" : "no format `\(wanted)`", at: span,
                label: "formats are \(Words.list(catalogue.formats.map(\.name)))"))
    }
}
