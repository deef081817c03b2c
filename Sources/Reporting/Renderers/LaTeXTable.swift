import Diagnostics

/// Sets one table with booktabs: as a float that fits the line, or over several pages where it is long.
struct LaTeXTable {
    /// What is set.
    let table: TextTable
    /// What stands above it.
    let title: String
    /// Remarks that must stand beside the numbers, set small under the table.
    let remarks: [String]

    /// Characters that fit a line of a page at the size of the tables.
    static let lineWidth = 72
    /// Rows that fit a page.
    private static let pageRows = 42
    /// Characters from which a column of names wraps.
    private static let widestName = 34

    /// The table as lines, the last one empty.
    var lines: [String] {
        Self.isLong(table) ? long : float
    }

    /// Whether a table goes over several pages, and so cannot be drawn smaller.
    static func isLong(_ table: TextTable) -> Bool { table.rowCount > pageRows }

    // MARK: Layouts

    /// A floating table, drawn smaller where it is wider than the line.
    private var float: [String] {
        let isWide = width > Self.lineWidth
        var lines = [
            "\\begin{table}[htbp]", "  \\centering\\small", "  \\caption{\(LaTeXText.escaped(title)).}",
        ]
        if isWide {
            lines.append("  \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%")
        }
        lines += ["  \\begin{tabular}{\(layout)}", "    \\toprule"]
        lines += (titles + heads + ["\\midrule"] + rows + ["\\bottomrule"]).map { "    " + $0 }
        lines.append("  \\end{tabular}" + (isWide ? "}" : ""))
        lines += small.map { "  " + $0 }
        return lines + ["\\end{table}", ""]
    }

    /// A table over as many pages as it needs, its heads on each.
    private var long: [String] {
        var lines = ["{\\small", "\\begin{longtable}{\(layout)}"]
        lines += ["  \\caption{\(LaTeXText.escaped(title)).}\\\\", "  \\toprule"]
        lines += (titles + heads).map { "  " + $0 }
        lines += ["  \\midrule", "  \\endhead", "  \\bottomrule", "  \\endfoot"]
        lines += rows.map { "  " + $0 }
        lines.append("\\end{longtable}}")
        return lines + small + [""]
    }

    // MARK: Pieces

    private var width: Int {
        table.columns.reduce(0) { $0 + 2 + (wraps($1) ? Self.widestName : $1.width) }
    }

    private func wraps(_ column: TextTable.Column) -> Bool {
        !column.isRightAligned && column.cells.contains { DisplayWidth.of($0) > Self.widestName }
    }

    /// A letter for each column; names that are too wide wrap in a third of the line.
    private var layout: String {
        let letters = table.columns.map { column in
            wraps(column) ? "p{0.3\\linewidth}" : column.isRightAligned ? "r" : "l"
        }
        return "@{}" + letters.joined() + "@{}"
    }

    private var heads: [String] {
        [table.columns.map { LaTeXText.escaped($0.title) }.joined(separator: " & ") + " \\\\"]
    }

    private var rows: [String] {
        (0..<table.rowCount).map { row in
            table.columns.map { column in
                wraps(column)
                    ? "\\raggedright{}" + LaTeXText.breakable(column.cells[row])
                    : Self.cell(column.cells[row])
            }.joined(separator: " & ")
                + (table.columns.last.map(wraps) == true ? "\\tabularnewline" : " \\\\")
        }
    }

    /// The titles of the bundles, each over its columns with a rule under it; nothing without titles.
    private var titles: [String] {
        guard table.bundles.contains(where: { !$0.title.isEmpty }) else { return [] }
        var cells = [table.keys.columns.count > 1 ? "\\multicolumn{\(table.keys.columns.count)}{@{}l}{}" : ""]
        var rules: [String] = []
        var column = table.keys.columns.count + 1
        for bundle in table.bundles {
            let last = column + bundle.columns.count - 1
            cells.append("\\multicolumn{\(bundle.columns.count)}{c}{\(LaTeXText.escaped(bundle.title))}")
            if !bundle.title.isEmpty { rules.append("\\cmidrule(lr){\(column)-\(last)}") }
            column = last + 1
        }
        return [cells.joined(separator: " & ") + " \\\\", rules.joined(separator: " ")]
    }

    /// The remarks under the table, a paragraph each.
    private var small: [String] {
        guard !remarks.isEmpty else { return [] }
        return ["\\par\\smallskip\\noindent", "\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright"]
            + remarks.map { "  \(LaTeXText.breakable($0)).\\par" } + ["\\end{minipage}"]
    }

    /// A cell; a range of two numbers is set with an en dash, a leading minus as one.
    private static func cell(_ text: String) -> String {
        let parts = text.split(separator: " ")
        if parts.count == 3, parts[1] == "-", Double(parts[0]) != nil, Double(parts[2]) != nil {
            return "\(parts[0])--\(parts[2])"
        }
        return parts.map { part in
            part.hasPrefix("-") && Double(part) != nil
                ? "$-$\(part.dropFirst())" : LaTeXText.escaped(String(part))
        }.joined(separator: " ")
    }
}
