/// The lines of a string between three quotes, without the indentation that all of them share.
enum BlockLines {
    /// The runs of bytes that belong to the text: the first line if it is not blank, all others behind the common indentation,
    /// each with its line break, but no last line of blanks.
    static func ranges(of bytes: [UInt8], in inside: Range<Int>) -> [Range<Int>] {
        var lines = lines(of: bytes, in: inside)
        if lines.count > 1, isBlank(bytes, lines[0]) { lines.removeFirst() }
        let isClosedAlone = lines.count > 1 && isBlank(bytes, lines[lines.count - 1])
        if isClosedAlone { lines.removeLast() }
        let shared = lines.filter { !isBlank(bytes, $0) }.map { indentation(bytes, $0) }.min() ?? 0
        var ranges = lines.map { line in
            // A line shorter than the indentation is empty, and keeps its line break.
            min(line.lowerBound + shared, line.upperBound - lineBreak(bytes, line))..<line.upperBound
        }
        if isClosedAlone, let last = ranges.popLast() {
            ranges.append(last.lowerBound..<max(last.lowerBound, last.upperBound - lineBreak(bytes, last)))
        }
        return ranges
    }

    private static func lines(of bytes: [UInt8], in inside: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = inside.lowerBound
        for place in inside where bytes[place] == UInt8(ascii: "\n") {
            lines.append(start..<(place + 1))
            start = place + 1
        }
        lines.append(start..<inside.upperBound)
        return lines
    }

    private static func isBlank(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    }

    private static func indentation(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
        bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }.count
    }

    /// The length of the line break at the end of a line.
    private static func lineBreak(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
        guard !line.isEmpty, bytes[line.upperBound - 1] == 0x0A else { return 0 }
        return line.count > 1 && bytes[line.upperBound - 2] == 0x0D ? 2 : 1
    }
}
