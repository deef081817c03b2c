import Statistics

/// Writes a report as LaTeX tables with booktabs, ready for `\input` in a paper.
struct LaTeXRenderer {
    /// What the tables need in the paper's preamble.
    static let packages = ["\\usepackage{booktabs,graphicx,longtable}"]

    /// Characters of a table's line beyond which its columns go into a table of their own.
    private static let tableWidth = 110

    /// The report as LaTeX, ended by a line feed; provenance stands in comments.
    func text(_ report: Report, gates: [GateRecord]) -> String {
        let document = ReportDocument(report, gates: gates)
        let heads = (document.warning.map { [$0] } ?? []) + document.facts
        var lines = heads.map { "% \(PlainText.of($0))" } + Self.packages.map { "% needs \($0)" } + [""]
        if let warning = document.warning {
            lines += ["\\noindent\\textbf{\(LaTeXText.escaped(warning))}", ""]
        }
        var remarks = document.parts.last.map(notes) ?? []
        for part in document.parts {
            lines += tables(of: part, under: remarks)
            if part.heading != nil { remarks = [] }
            lines += self.gates(part)
        }
        return lines.joined(separator: "\n")
    }

    /// The tables of a part; what the part found stands under its first one, the remarks on the report there too.
    private func tables(of part: ReportDocument.Part, under remarks: [String]) -> [String] {
        let tables = part.blocks.flatMap { block -> [(TextTable, String?)] in
            guard case .table(let table, let caption) = block else { return [] }
            return table.parts(width: LaTeXTable.isLong(table) ? LaTeXTable.lineWidth : Self.tableWidth).map {
                ($0, caption)
            }
        }
        return tables.enumerated().flatMap { index, entry in
            let title = [part.heading, entry.1].compactMap { $0 }.joined(separator: ": ")
            let told = index == 0 ? notes(part) + remarks : []
            return LaTeXTable(table: entry.0, title: title, remarks: told).lines
        }
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
            let because = gate.because.map { ": \(LaTeXText.breakable($0))" } ?? ""
            return "  \\item \\textbf{\(gate.verdict.words)} "
                + "\\texttt{\(gate.kind.rawValue) \(LaTeXText.breakable(gate.statement))} "
                + "(\(LaTeXText.breakable(gate.file)), line \(gate.line))\(because)"
        }
        return ["\\begin{itemize}\\raggedright"] + items + ["\\end{itemize}", ""]
    }
}
