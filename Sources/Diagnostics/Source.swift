/// A script's bytes with its name and the places where its lines begin.
public struct Source: Sendable, Hashable {
    /// The most bytes a script may have. A larger one is refused by the lexer, so its lines are not even counted.
    package static let largest = 16_000_000

    /// What messages call it: a path as the user wrote it, or `<input>`.
    public let name: String
    /// The bytes as read, never altered; not necessarily valid UTF-8.
    public let bytes: [UInt8]
    /// The offset of the first byte of every line; the first is 0.
    package let lineStarts: [Int]

    /// Takes the bytes of a script; linear in their number.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lineStarts = [0] + (bytes.count <= Self.largest ? Self.lineStarts(in: bytes[...]) : [])
    }

    /// A source with more bytes behind it; linear in their number, but for a copy.
    private init(_ source: Source, _ more: [UInt8]) {
        name = source.name
        bytes = source.bytes + more
        let added = bytes[source.bytes.count...]
        lineStarts = source.lineStarts + (bytes.count <= Self.largest ? Self.lineStarts(in: added) : [])
    }

    private static func lineStarts(in bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The source with more bytes behind its own; no line is looked for in its own again.
    package func appending(_ more: [UInt8]) -> Source {
        Source(self, more)
    }

    /// Takes the text of a script.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The line and column, from 1, of the byte at `offset`; a column counts Unicode scalars.
    package func position(of offset: Int) -> Position {
        let place = min(max(offset, 0), bytes.count)
        let line = line(of: place)
        let column = bytes[lineStarts[line - 1]..<place].count { $0 & 0xC0 != 0x80 }
        return Position(line: line, column: column + 1)
    }

    /// The line, from 1, of the byte at `offset`; unlike its column it is found without reading the line.
    package func line(of offset: Int) -> Int {
        lineStarts.lastPlace(notAbove: min(max(offset, 0), bytes.count)) + 1
    }

    /// The text of the line with this number, from 1, without its line break; damaged UTF-8 is repaired.
    package func line(_ number: Int) -> String {
        String(decoding: bytes[range(ofLine: number)], as: UTF8.self)
    }

    /// The bytes of the line with this number, from 1, without its line break; empty outside the source.
    package func range(ofLine number: Int) -> Range<Int> {
        guard number >= 1, number <= lineStarts.count else { return 0..<0 }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The text a span covers, cut to the source; damaged UTF-8 is repaired.
    package func text(of span: SourceSpan) -> String {
        let start = min(max(span.start, 0), bytes.count)
        return String(decoding: bytes[start..<min(max(span.end, start), bytes.count)], as: UTF8.self)
    }
}
