import Diagnostics

/// A table of text with aligned columns that breaks into blocks where it is wider than the page.
struct TextTable {
    /// A few columns that stay together, such as a value and its interval.
    struct Bundle {
        /// What stands in a line of its own above the columns; empty for nothing.
        var title = ""
        /// The columns, from the left.
        var columns: [Column]
    }

    /// One column.
    struct Column {
        /// The heading.
        var title: String
        /// The cells, one for each row.
        var cells: [String]
        /// Whether the cells end at one edge, as numbers do.
        var isRightAligned = true
        /// The width of its widest line.
        var width: Int { ([title] + cells).map { DisplayWidth.of($0) }.max() ?? 0 }
    }

    /// All columns, from the left.
    var columns: [Column] { keys.columns + bundles.flatMap(\.columns) }

    /// How many rows it has.
    var rowCount: Int { columns.first?.cells.count ?? 0 }

    /// The columns repeated at the left of each block.
    let keys: Bundle
    /// The other columns.
    let bundles: [Bundle]

    /// The blocks, each one or two heading lines and one line for each row, at most `width` wide where a bundle
    /// allows it.
    func blocks(width: Int) -> [[String]] {
        parts(width: width).map { part in
            let block = [part.keys] + part.bundles
            return Self.titles(block) + Self.lines(block.flatMap(\.columns))
        }
    }

    /// The table in tables that are at most `width` characters wide where a bundle allows it, the keys in each.
    func parts(width: Int) -> [TextTable] {
        var blocks: [[Bundle]] = []
        for bundle in bundles {
            if let block = blocks.last, Self.width(of: block + [bundle]) <= width {
                blocks[blocks.count - 1].append(bundle)
            } else {
                blocks.append([keys, bundle])
            }
        }
        return blocks.isEmpty
            ? [self] : blocks.map { TextTable(keys: keys, bundles: Array($0.dropFirst())) }
    }

    private static func width(of bundles: [Bundle]) -> Int {
        bundles.flatMap(\.columns).reduce(0) { $0 + 2 + $1.width }
    }

    /// The line of titles above the headings, each over the right end of its bundle; none without titles.
    private static func titles(_ bundles: [Bundle]) -> [String] {
        guard bundles.contains(where: { !$0.title.isEmpty }) else { return [] }
        let cells = bundles.map { bundle in
            String(repeating: " ", count: max(0, width(of: [bundle]) - bundle.title.count)) + bundle.title
        }
        return [trimmed(cells.joined())]
    }

    private static func lines(_ columns: [Column]) -> [String] {
        let rows = columns.first?.cells.count ?? 0
        return (-1..<rows).map { row in
            let cells = columns.map { column in
                let cell = row < 0 ? column.title : column.cells[row]
                let padding = String(repeating: " ", count: max(0, column.width - DisplayWidth.of(cell)))
                return column.isRightAligned ? padding + cell : cell + padding
            }
            return trimmed("  " + cells.joined(separator: "  "))
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
