/// A run of bytes in a source.
///
/// It is held in eight bytes, since every word of a tree has one; sources end far below 4 GB.
public struct SourceSpan: Sendable, Hashable {
    private let first: UInt32
    private let last: UInt32

    /// The offset of the first byte.
    public var start: Int { Int(first) }
    /// The offset behind the last byte; equal to `start` for a place between two bytes.
    public var end: Int { Int(last) }

    /// Makes a span; an `end` before `start` is moved up to it, and both into 0..<2^32.
    public init(_ start: Int, _ end: Int) {
        first = UInt32(clamping: start)
        last = max(first, UInt32(clamping: end))
    }

    /// Makes a span of offsets in order.
    package init(_ range: Range<UInt32>) {
        (first, last) = (range.lowerBound, range.upperBound)
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
