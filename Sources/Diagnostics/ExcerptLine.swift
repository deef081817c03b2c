/// A line as a terminal shows it, and where its bytes come to stand.
struct ExcerptLine {
    /// The widest line printed whole; of a longer one a window is shown.
    private static let widest = 120

    /// What is printed.
    let text: String
    /// For every byte near the focus and the place behind the last: its column among them.
    private let columns: [Int]
    /// Where these bytes begin.
    private let start: Int
    private let window: Range<Int>
    private let shift: Int

    /// Prints a line; of a long one the part around the byte at `focus`.
    init(bytes: ArraySlice<UInt8>, around focus: Int) {
        let near = Self.near(focus, in: bytes)
        start = near.startIndex
        var columns: [Int] = []
        var cells: [(text: String, column: Int)] = []
        var column = 0
        var rest = near
        while !rest.isEmpty {
            let (scalar, length) = Self.scalar(at: rest)
            let shown = Self.shown(scalar)
            cells.append((shown, column))
            columns += Array(repeating: column, count: length)
            column += DisplayWidth.of(shown)
            rest = rest.dropFirst(length)
        }
        self.columns = columns + [column]
        let place = self.columns[min(max(focus - start, 0), columns.count)]
        let low = column <= Self.widest ? 0 : max(0, min(place - Self.widest / 2, column - Self.widest))
        window = low..<(low + Self.widest)
        let visible = window
        let kept = cells.filter { visible.contains($0.column) }.map(\.text).joined()
        let (isCutBefore, isCutBehind) = (low > 0 || start > bytes.startIndex, near.endIndex < bytes.endIndex)
        shift = low - (isCutBefore ? 3 : 0)
        text =
            (isCutBefore ? "..." : "") + kept + (isCutBehind || column > low + Self.widest ? "..." : "")
    }

    /// The bytes that may come to be shown: a line of megabytes, of which a hundred findings tell, is not looked through each time.
    private static func near(_ focus: Int, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let reach = 1_024
        var start = max(line.startIndex, min(focus, line.endIndex) - reach)
        var end = min(line.endIndex, max(focus, line.startIndex) + reach)
        // A scalar is shown whole or not at all.
        for _ in 0..<3 where start > line.startIndex && line[start] & 0xC0 == 0x80 { start -= 1 }
        for _ in 0..<3 where end < line.endIndex && line[end] & 0xC0 == 0x80 { end += 1 }
        return line[start..<end]
    }

    /// The column of a byte of the source, from 0, held within what is shown.
    func column(of offset: Int) -> Int {
        let column = columns[min(max(offset - start, 0), columns.count - 1)]
        return min(max(column, window.lowerBound), window.upperBound) - shift
    }

    /// The scalar at the beginning of some bytes and its length; damage is one byte long.
    private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int) {
        var decoder = UTF8()
        var iterator = bytes.prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
        return (scalar, UTF8.width(scalar))
    }

    /// A scalar as it is printed.
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control where scalar == "\t": "    "
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "\u{FFFD}"
        default: String(scalar)
        }
    }
}
