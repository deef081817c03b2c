import Statistics

/// Writes a report as GitHub-flavoured Markdown: headings, tables, remarks.
struct MarkdownRenderer {
    /// The report as text, ended by a line feed.
    func text(_ report: Report, gates: [GateRecord]) -> String {
        let document = ReportDocument(report, gates: gates)
        var lines = document.warning.map { ["> **\(Self.escaped($0))**", ""] } ?? []
        for part in document.parts {
            if let heading = part.heading { lines += ["## \(Self.escaped(heading))", ""] }
            for block in part.blocks { lines += self.lines(block) + [""] }
        }
        let methods = ReportMethods(report).methods
        lines +=
            ["## Methods", ""] + methods.map { "- \(Self.escaped($0.text)) (\(Self.escaped($0.source)))" }
        lines += ["", "## Provenance", ""] + document.facts.map { "- \(Self.escaped($0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ block: ReportDocument.Block) -> [String] {
        switch block {
        case .table(let table, let caption):
            (caption.map { ["**\(Self.escaped($0))**", ""] } ?? []) + lines(table)
        case .finding(let text, let detail):
            [Self.escaped(text) + (detail.map { "; " + Self.escaped($0) } ?? "")]
        case .note(let code, let text):
            ["> \(code.isDiagnostic ? "\(code.rawValue): " : "")\(Self.escaped(text))"]
        case .gate(let gate): lines(gate)
        }
    }

    /// One line of headings, the rule with its alignment, then the rows.
    private func lines(_ table: TextTable) -> [String] {
        let columns = table.titledColumns
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        return [line(columns.map { Self.escaped($0.title) })]
            + [line(columns.map { $0.isRightAligned ? "---:" : "---" })]
            + (0..<table.rowCount).map { row in line(columns.map { Self.escaped($0.cells[row]) }) }
    }

    private func lines(_ gate: GateRecord) -> [String] {
        let because = gate.because.map { ": \(Self.escaped($0))" } ?? ""
        let lines = [
            "- **\(gate.verdict.words)** \(gate.kind.rawValue) \(Self.escaped(gate.statement)) "
                + "(\(Self.escaped(gate.file)):\(gate.line))\(because)"
        ]
        guard gate.verdict != .pass, !gate.explanation.isEmpty else { return lines }
        // Indented by four beyond the item's text it is code, in which nothing of the explanation is markup.
        return lines + [""]
            + gate.explanation.split(separator: "\n", omittingEmptySubsequences: false).map {
                "      " + PlainText.of(String($0))
            }
    }

    /// A text of users without markup: each character that could start some stands behind a backslash.
    static func escaped(_ text: String) -> String {
        PlainText.of(text).unicodeScalars.reduce(into: "") { escaped, scalar in
            if "\\`*_[]<>#|~&$".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
    }
}
