import Diagnostics

/// Draws a condition with the value of each part under it, as power assertions do.
///
///     9 | require upper(recall by sex, 95%) <= 0.15
///       |         |                         |
///       |         0.227                     false
struct AssertionDiagram {
    private let source: Source
    private let span: SourceSpan

    /// A diagram of the statement at `span`.
    init(source: Source, span: SourceSpan) {
        self.source = source
        self.span = span
    }

    /// The lines of the diagram; parts on later lines of a long statement are listed below it.
    func lines(_ parts: [ExpressionEvaluator.Part]) -> [String] {
        let start = source.position(of: span.start)
        let label = String(start.line)
        let gutter = String(repeating: " ", count: label.count) + " | "
        let placed = parts.map { (position: source.position(of: $0.anchor), text: $0.text) }
        let here = placed.filter { $0.position.line == start.line }.sorted {
            $0.position.column > $1.position.column
        }
        var rows: [String] = []
        for item in here { Self.place(item.text, column: item.position.column, in: &rows) }
        let listed = placed.filter { $0.position.line != start.line }.map { item in
            "\(gutter)line \(item.position.line), column \(item.position.column): \(item.text)"
        }
        return ["\(label) | \(source.line(start.line))"] + rows.map { gutter + $0 } + listed
    }

    /// Puts `text` at `column`, from 1, in the first row with room, and a bar into every row above; items come from the right.
    private static func place(_ text: String, column: Int, in rows: inout [String]) {
        if rows.isEmpty { rows.append("") }
        merge("|", at: column, into: &rows[0])
        var row = 1
        while true {
            if row == rows.count { rows.append("") }
            if room(in: rows[row], from: column) > text.count {
                return merge(text, at: column, into: &rows[row])
            }
            merge("|", at: column, into: &rows[row])
            row += 1
        }
    }

    /// The free characters from `column` to the first that is taken.
    private static func room(in row: String, from column: Int) -> Int {
        let taken = row.dropFirst(column - 1).prefix { $0 == " " }
        return taken.count == max(0, row.count - column + 1) ? .max : taken.count
    }

    private static func merge(_ text: String, at column: Int, into row: inout String) {
        var characters = Array(row)
        let end = column - 1 + text.count
        if characters.count < end { characters += Array(repeating: " ", count: end - characters.count) }
        for (offset, character) in text.enumerated() where characters[column - 1 + offset] == " " {
            characters[column - 1 + offset] = character
        }
        row = String(characters)
    }
}
