import Statistics

/// Writes a report as LaTeX tables with booktabs, ready for `\input` in a paper.
struct LaTeXRenderer {
    /// The report as LaTeX, ended by a line feed; provenance stands in comments.
    func text(_ report: Report, gates: [GateRecord]) -> String {
        let document = ReportDocument(report, gates: gates)
        let heads = (document.warning.map { [$0] } ?? []) + document.facts
        var lines = heads.map { "% \(PlainText.of($0))" } + ["% needs \\usepackage{booktabs}", ""]
        if let warning = document.warning {
            lines += ["\\noindent\\textbf{\(Self.escaped(warning))}", ""]
        }
        let remarks = document.parts.last.map(notes) ?? []
        for part in document.parts {
            let tables = part.blocks.compactMap { block -> (TextTable, String?)? in
                if case .table(let table, let caption) = block { (table, caption) } else { nil }
            }
            for (index, (table, caption)) in tables.enumerated() {
                let told = index == 0 ? notes(part) + remarks : []
                let title = [part.heading, caption].compactMap { $0 }.joined(separator: ": ")
                lines += self.table(table, title: title, told)
            }
            lines += self.gates(part)
        }
        return lines.joined(separator: "\n")
    }

    /// A floating table; the remarks that must stand beside the numbers are part of its caption.
    private func table(_ table: TextTable, title: String, _ remarks: [String]) -> [String] {
        let columns = table.columns
        let layout = columns.map { $0.isRightAligned ? "r" : "l" }.joined()
        let rows = (0..<table.rowCount).map { row in
            columns.map { Self.cell($0.cells[row]) }.joined(separator: " & ") + " \\\\"
        }
        let caption = ([title] + remarks).filter { !$0.isEmpty }.map { Self.escaped($0) }
            .joined(separator: ". ")
        return ["\\begin{table}", "  \\centering\\small", "  \\caption{\(caption).}"]
            + ["  \\begin{tabular}{@{}\(layout)@{}}", "    \\toprule"]
            + titles(table).map { "    " + $0 }
            + [
                "    " + columns.map { Self.cell($0.title) }.joined(separator: " & ") + " \\\\",
                "    \\midrule",
            ]
            + rows.map { "    " + $0 }
            + ["    \\bottomrule", "  \\end{tabular}", "\\end{table}", ""]
    }

    /// The titles of the bundles, each over its columns with a rule under it; nothing without titles.
    private func titles(_ table: TextTable) -> [String] {
        guard table.bundles.contains(where: { !$0.title.isEmpty }) else { return [] }
        var cells = [table.keys.columns.count > 1 ? "\\multicolumn{\(table.keys.columns.count)}{@{}l}{}" : ""]
        var rules: [String] = []
        var column = table.keys.columns.count + 1
        for bundle in table.bundles {
            let last = column + bundle.columns.count - 1
            cells.append("\\multicolumn{\(bundle.columns.count)}{c}{\(Self.escaped(bundle.title))}")
            if !bundle.title.isEmpty { rules.append("\\cmidrule(lr){\(column)-\(last)}") }
            column = last + 1
        }
        return [cells.joined(separator: " & ") + " \\\\", rules.joined(separator: " ")]
    }

    /// The remarks and findings of a part, in its order.
    private func notes(_ part: ReportDocument.Part) -> [String] {
        part.blocks.compactMap { block in
            switch block {
            case .table, .gate: nil
            case .finding(let text, let detail): text + (detail.map { "; " + $0 } ?? "")
            case .note(let code, let text): (code.isDiagnostic ? "\(code.rawValue): " : "") + text
            }
        }
    }

    private func gates(_ part: ReportDocument.Part) -> [String] {
        let gates = part.blocks.compactMap { block in
            if case .gate(let gate) = block { gate } else { nil }
        }
        guard !gates.isEmpty else { return [] }
        let items = gates.map { gate in
            let because = gate.because.map { ": \(Self.escaped($0))" } ?? ""
            return "  \\item \\textbf{\(gate.verdict.words)} \\texttt{\(gate.kind.rawValue) "
                + "\(Self.escaped(gate.statement))} (\(Self.escaped(gate.file)), line \(gate.line))\(because)"
        }
        return ["\\begin{itemize}"] + items + ["\\end{itemize}", ""]
    }

    /// A cell; a range of two numbers is set with an en dash, a leading minus as one.
    private static func cell(_ text: String) -> String {
        let parts = text.split(separator: " ")
        if parts.count == 3, parts[1] == "-", Double(parts[0]) != nil, Double(parts[2]) != nil {
            return "\(parts[0])--\(parts[2])"
        }
        if text.hasPrefix("-"), Double(text) != nil { return "$-$\(text.dropFirst())" }
        return escaped(text)
    }

    /// A text of users without commands.
    static func escaped(_ text: String) -> String {
        PlainText.of(text).unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\textbackslash{}"
            case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(scalar)"
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            case "<": escaped += "\\textless{}"
            case ">": escaped += "\\textgreater{}"
            case "|": escaped += "\\textbar{}"
            case "\"": escaped += "''"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
