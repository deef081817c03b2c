import Diagnostics

/// A text with its lines as the protocol counts them: they end with LF, CR LF or CR, columns are UTF-16 units.
struct TextLines: Sendable {
    /// The text as UTF-8.
    let bytes: [UInt8]
    /// The offset of the first byte of every line; the first is 0.
    private let starts: [Int]
    /// Whether a line holds ASCII and nothing else, so that its columns are its bytes.
    private let isPlain: [Bool]

    /// Takes a text; linear in its length.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var isPlain = [true]
        for (offset, byte) in bytes.enumerated() {
            if byte >= 0x80 { isPlain[isPlain.count - 1] = false }
            let breaks =
                byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
            guard breaks else { continue }
            starts.append(offset + 1)
            isPlain.append(true)
        }
        (self.starts, self.isPlain) = (starts, isPlain)
    }

    /// The offset of the byte at a position. What lies outside the text is moved to its edge, and what lies behind a
    /// line to the line's end.
    func offset(of position: TextPosition) -> Int {
        guard position.line >= 0 else { return 0 }
        guard position.line < starts.count else { return bytes.count }
        let end = end(ofLine: position.line)
        var offset = starts[position.line]
        var column = 0
        while offset < end {
            let (length, units) = Self.scalar(bytes[offset])
            guard column + units <= position.character else { break }
            column += units
            offset += length
        }
        return min(offset, end)
    }

    /// The position of a byte; a byte inside a scalar is at the scalar's beginning.
    func position(of offset: Int) -> TextPosition {
        let place = min(max(offset, 0), bytes.count)
        let line = line(of: place)
        guard !isPlain[line] else { return TextPosition(line: line, character: place - starts[line]) }
        var current = starts[line]
        var column = 0
        while current < place {
            let (length, units) = Self.scalar(bytes[current])
            guard current + length <= place else { break }
            column += units
            current += length
        }
        return TextPosition(line: line, character: column)
    }

    /// The range of the bytes of a span.
    func range(of span: SourceSpan) -> TextRange {
        TextRange(start: position(of: span.start), end: position(of: span.end))
    }

    /// The bytes of a range.
    func span(of range: TextRange) -> SourceSpan {
        SourceSpan(offset(of: range.start), offset(of: range.end))
    }

    /// The line of a byte, from 0.
    func line(of offset: Int) -> Int {
        starts.lastPlace(notAbove: offset)
    }

    /// The offset of the line break of a line, or the end of the text.
    func end(ofLine line: Int) -> Int {
        guard line + 1 < starts.count else { return bytes.count }
        let last = starts[line + 1] - 1
        return last > starts[line] && bytes[last] == 0x0A && bytes[last - 1] == 0x0D ? last - 1 : last
    }

    /// The bytes and the UTF-16 units of the scalar that begins with a byte; a byte that begins none is one.
    private static func scalar(_ first: UInt8) -> (length: Int, units: Int) {
        switch first {
        case 0xF0...: (4, 2)
        case 0xE0...: (3, 1)
        case 0xC0...: (2, 1)
        default: (1, 1)
        }
    }
}
