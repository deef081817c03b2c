/// A line of a source with the rows of marks and words that stand under it.
struct Excerpt {
    /// A label on its line.
    struct Mark {
        /// The bytes and the words.
        let label: Label
        /// Whether carets underline it, not dashes.
        let isPrimary: Bool
    }

    /// A stretch of a row, all of one colour.
    struct Piece {
        /// What is written.
        let text: String
        /// Whether it belongs to the primary label.
        let isPrimary: Bool

        /// Its colour under a diagnostic of this severity.
        func color(_ severity: Severity) -> TerminalRenderer.Color? {
            guard text.contains(where: { $0 != " " }) else { return nil }
            guard isPrimary else { return .blue }
            switch severity {
            case .error: return .red
            case .warning: return .yellow
            case .note: return .cyan
            }
        }
    }

    /// A mark with its place in columns of the terminal, from 0.
    private struct Placed {
        let start: Int
        let width: Int
        let text: String
        let isPrimary: Bool
        var end: Int { start + width }
    }

    /// The number of the line, from 1.
    let line: Int
    /// The line as printed: tabs as blanks, control characters replaced, cut at the sides where it is long.
    let text: String
    /// The rows under it.
    let rows: [[Piece]]

    /// Prints a line of a source with its marks.
    init(line: Int, marks: [Mark], in source: Source) {
        let range = source.range(ofLine: line)
        let shown = ExcerptLine(
            bytes: source.bytes[range], around: (marks.first?.label.span.start ?? range.lowerBound))
        let placed = marks.map { mark in
            let start = shown.column(of: mark.label.span.start)
            let end = shown.column(of: min(max(mark.label.span.end, mark.label.span.start), range.upperBound))
            return Placed(
                start: start, width: max(1, end - start), text: mark.label.text, isPrimary: mark.isPrimary)
        }
        self.line = line
        text = shown.text
        rows = Self.rows(
            placed.sorted { ($0.start, $0.isPrimary ? 1 : 0) < ($1.start, $1.isPrimary ? 1 : 0) })
    }

    /// The row of marks with the words that fit into it, then a row for each text that does not.
    private static func rows(_ marks: [Placed]) -> [[Piece]] {
        var first: [Piece] = []
        var column = 0
        var waiting: [Placed] = []
        for (index, mark) in marks.enumerated() {
            guard mark.start >= column else {
                waiting.append(mark)
                continue
            }
            first.append(Piece(text: String(repeating: " ", count: mark.start - column), isPrimary: false))
            let character: Character = mark.isPrimary ? "^" : "-"
            first.append(
                Piece(text: String(repeating: character, count: mark.width), isPrimary: mark.isPrimary))
            column = mark.end
            guard !mark.text.isEmpty else { continue }
            let room = index + 1 < marks.count ? marks[index + 1].start - mark.end : .max
            if room >= DisplayWidth.of(mark.text) + 2 {
                first.append(Piece(text: " " + mark.text, isPrimary: mark.isPrimary))
                column += DisplayWidth.of(mark.text) + 1
            } else {
                waiting.append(mark)
            }
        }
        return [first]
            + waiting.reversed().map { mark in
                [
                    Piece(text: String(repeating: " ", count: mark.start), isPrimary: false),
                    Piece(text: mark.text, isPrimary: mark.isPrimary),
                ]
            }
    }
}
