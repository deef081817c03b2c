import Diagnostics
import Semantics
import Syntax

/// A script for a table of predictions, or for a folder of photographs with their labels, with comments on what was seen
/// and on what a person should decide.
struct ScriptDraft {
    /// The path of the table, as the script is to name it.
    let path: String
    /// The name of the table, without folder and extension.
    let stem: String
    /// The number of its rows.
    let rows: Int
    /// What its columns are.
    let roles: ColumnRoles
    /// The folder of photographs that the table is about; nil where it holds predictions.
    var photographs: DraftPhotographs?

    private static let audited = "audited"

    /// The text of the script, in the one format.
    var text: String {
        let parts = [head, declaration, reports, gates, export]
        let source = Source(name: "draft", text: parts.joined(separator: "\n"))
        return Formatter.format(source) ?? String(decoding: source.bytes, as: UTF8.self)
    }

    private var head: String {
        let truths = roles.truths
        return """
            edition 2026

            ## An audit of \(photographs.map { "the photographs in \($0.folder)" } ?? "the predictions in \(path)").
            ##
            ## Written by `dermaudit init` after a look at the columns: \(Words.count(rows, "row")), of which
            ## \(Words.grouped(truths.positives)) are positive, \(Words.grouped(truths.negatives)) negative and \
            \(Words.grouped(roles.label.missing)) without a true class. Read it, and change what does not fit.

            """
    }

    private var declaration: String {
        var options: [String] = []
        let labels = photographs == nil ? "" : "\"\(path)\" "
        options.append("labels \(labels)\(Self.word(roles.label.name))")
        if let id = roles.id { options.append("id \(Self.word(id))") }
        options.append("positive [\(roles.positives.map(Self.word).joined(separator: ", "))]")
        if let predicted = roles.predicted { options.append("predicted \(Self.word(predicted))") }
        if !roles.scores.isEmpty {
            options.append("score [\(roles.scores.map(Self.word).joined(separator: ", "))]")
            options.append("threshold 0.5")
        }
        if let cluster = roles.cluster { options.append("cluster \(Self.word(cluster))") }
        let map = roles.attributes.map { "\($0.attribute.name): \(Self.word($0.column.name))" }
        if !map.isEmpty { options.append("map {\(map.joined(separator: ", "))}") }
        if let photographs {
            return remarks + photographs.declaration(options, of: Self.audited)
        }
        let reading =
            roles.scores.isEmpty
            ? "# A row counts as positive where its predicted class is one of `positive`.\n"
            : "# A row counts as positive where its score is at least the threshold: choose it on other data than these.\n"
        return reading + remarks + "dataset \(Self.audited) = predictions(\"\(path)\") with "
            + options.joined(separator: ", ") + "\n"
    }

    /// What the columns of patients and of weights are for.
    private var remarks: String {
        var lines: [String] = []
        if let cluster = roles.cluster {
            lines.append(
                "# Rows that share a value of `\(cluster)` are no independent cases: intervals and tests count these values."
            )
        }
        if let weight = roles.weight {
            lines.append(
                "# Column `\(weight)` may hold weights. `weight \(Self.word(weight))` in place of `cluster`, `ci`, `correct` and the gate"
            )
            lines.append("# gives weighted estimates, which have neither intervals nor tests.")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var reports: String {
        let truths = roles.truths
        var metrics = ["accuracy"]
        if truths.positives > 0 { metrics.append("tpr") }
        if truths.negatives > 0 { metrics.append("fpr") }
        let hasBoth = truths.positives > 0 && truths.negatives > 0
        if hasBoth, photographs != nil || !roles.scores.isEmpty { metrics.append("auroc") }
        guard !groups.isEmpty else {
            return """
                # No column is known to hold sex, age, skin type or another attribute, so nothing can be compared:
                # add one, and `map {sex: COLUMN}` above.
                report \(metrics.joined(separator: ", ")) of \(Self.audited)

                """
        }
        metrics += ["dp"] + (truths.positives > 0 ? ["equal_opportunity"] : [])
        if hasBoth { metrics.append("equalized_odds") }
        return """
            # What the columns hold:
            \(roles.attributes.map(Self.levels).joined(separator: "\n"))
            # Every gap stands beside the gap that equal groups would show by chance; `correct holm` accounts for
            # the number of tests.
            report \(metrics.joined(separator: ", ")) by \(groups.joined(separator: ", ")) of \(Self.audited) \
            with ci wilson 95%, correct holm, min_n 30

            """
    }

    private var export: String { "export it.report to \"\(stem)-report.html\"\n" }

    /// The attributes with at least two groups, as groups of a report.
    private var groups: [String] {
        roles.attributes.filter { $0.column.texts.count > 1 }.map { entry in
            switch entry.attribute.domain {
            case .years: "\(entry.attribute.name) bins [0, 40, 60, 120]"
            case .number: "\(entry.attribute.name) bins [0, 5, 10, 200]"
            default: entry.attribute.name
            }
        }
    }

    private var gates: String {
        guard let group = groups.first else { return "" }
        let metric = roles.truths.positives > 0 ? "equal_opportunity" : "dp"
        let what = metric == "dp" ? "accuracy" : "the share of melanomas found"
        return """
            # A gate on the upper bound asks for proof that the gap is small: with few rows it is inconclusive,
            # not passed. Write `require` in place of `expect` to let a build fail on it.
            expect upper(\(metric) by \(group) of \(Self.audited), 95%) <= 10% \
            because "no group may differ by more than 10 points in \(what)"

            """
    }

    /// `# sex: m 600, f 590, 10 without`
    private static func levels(
        _ entry: (attribute: AttributeDefinition, column: TableProfile.Column)
    ) -> String {
        let column = entry.column
        var parts: [String]
        switch entry.attribute.domain {
        case .years, .number:
            let numbers = column.texts.compactMap { Double($0.text) }
            parts = ["\(RunNumber.rounded(numbers.min() ?? 0)) to \(RunNumber.rounded(numbers.max() ?? 0))"]
        default:
            parts = column.texts.sorted { $0.text < $1.text }.prefix(12).map {
                "\($0.text) \(Words.grouped($0.count))"
            }
        }
        if column.missing > 0 { parts.append("\(Words.grouped(column.missing)) without") }
        return "#   \(entry.attribute.name): \(parts.joined(separator: ", "))"
    }

    /// A name as an option takes it: bare where it can be, else in quotes.
    private static func word(_ text: String) -> String {
        let isBare = Lexer.lex(Source(name: "word", text: text)).tokens.map(\.kind) == [.identifier, .end]
        guard !isBare else { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped.replacing("{", with: "{{"))\""
    }
}
