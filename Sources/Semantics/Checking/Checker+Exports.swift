import Diagnostics
import Syntax

extension Checker {
    /// Checks `export`.
    mutating func checkExport(
        _ statement: ExportStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        var items: [ExportDescription.Item] = []
        for path in statement.items { items.append(try exported(path)) }
        let path = try output(statement.path)
        let format = try format(statement, path)
        for (item, name) in zip(items, statement.items) where !format.takes.contains(item.kind) {
            let able = catalogue.formats.filter { $0.takes.contains(item.kind) }.map(\.name)
            throw fail(
                Diagnostic(
                    "E0421", "format `\(format.name)` has no place for \(item.kind.phrase)",
                    at: name.span,
                    label: "write it as \(Words.list(able, joining: "or"))"))
        }
        if items.count > 1, format.takes == [.report] {
            throw fail(
                Diagnostic(
                    "E0421", "a file of format `\(format.name)` holds one report",
                    at: statement.items[1].span, helps: ["write an `export` for each"]))
        }
        return .export(ExportDescription(items: items, path: path, format: format.name, span: span))
    }

    private mutating func exported(_ path: NamePath) throws(CheckFailure) -> ExportDescription.Item {
        if isBroken(path) { throw failSilently() }
        guard let (binding, rest) = lookUp(path) else {
            if path.first.text == "it" { throw fail(noSubject("result", path)) }
            let known = ["it.report", "it.audit", "it.cohort"] + names(of: "audit") + names(of: "cohort")
            throw fail(unknown("E0312", "result", path.text, path.span, among: known))
        }
        switch binding {
        case .report(let report) where rest.isEmpty: return .report(report.name)
        case .comparison(let comparison) where rest.isEmpty: return .report(comparison.name)
        case .audit(let audit) where rest.isEmpty: return .audit(audit.name)
        case .cohort(let cohort) where rest.isEmpty: return .cohort(cohort.name)
        default: throw fail(wrongKind(path, binding, expected: "a report, audit or cohort"))
        }
    }

    /// The format behind `as`, or the one that the file's extension says.
    private mutating func format(
        _ statement: ExportStatement, _ path: String
    ) throws(CheckFailure) -> FormatDefinition {
        let names = catalogue.formats.map(\.name)
        if let name = statement.format {
            if let format = catalogue.formats.first(where: { $0.name == name.text }) {
                notes.note(.format(format.name), at: name.span)
                return format
            }
            throw fail(unknown("E0320", "format", name.text, name.span, among: names))
        }
        let file = (path.split(separator: "/").last ?? "").lowercased()
        let fitting = catalogue.formats.flatMap { format in format.extensions.map { (format, $0) } }
            .filter { file.hasSuffix(".\($0.1)") && file.count > $0.1.count + 1 }
        if let format = fitting.max(by: { $0.1.count < $1.1.count })?.0 { return format }
        let suffix = file.contains(".") ? file.split(separator: ".").last.map(String.init) ?? "" : ""
        throw fail(
            Diagnostic(
                "E0320", suffix.isEmpty ? "this file name says no format" : "no format `\(suffix)`",
                at: statement.path.span, label: "formats are \(Words.list(names))"))
    }

    /// The path of a file to be written, which must be possible as far as one can see.
    mutating func output(_ literal: StringLiteral) throws(CheckFailure) -> String {
        let path = try text(of: literal)
        guard let reason = schema.reasonAgainstWriting(path) else { return path }
        throw fail(
            Diagnostic(
                "E0420", "`\(path)` cannot be written", at: literal.span, label: reason,
                helps: ["a relative path begins at the folder of the script"]))
    }
}

extension ExportDescription.Item {
    /// What kind of result it is.
    var kind: FormatDefinition.Result {
        switch self {
        case .report: .report
        case .audit: .audit
        case .cohort: .cohort
        }
    }
}
