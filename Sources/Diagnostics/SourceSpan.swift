/// A run of bytes in a source.
public struct SourceSpan: Sendable, Hashable {
    /// The offset of the first byte.
    public let start: Int
    /// The offset behind the last byte; equal to `start` for a place between two bytes.
    public let end: Int

    /// Makes a span; an `end` before `start` is moved up to it.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// The smallest span that holds both.
    package func union(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(min(start, other.start), max(end, other.end))
    }

    /// Whether `other` lies wholly inside.
    package func contains(_ other: SourceSpan) -> Bool {
        start <= other.start && other.end <= end
    }
}
