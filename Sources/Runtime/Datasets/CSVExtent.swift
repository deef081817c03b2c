/// The bytes of a field in its window, without the quotes around it.
struct CSVExtent {
    /// The first byte.
    let start: UInt32
    private let lengthAndMarks: UInt32

    private static let quoted: UInt32 = 1 << 31
    private static let doubled: UInt32 = 1 << 30

    /// - Parameters:
    ///   - start: below 2^32.
    ///   - end: less than 2^30 bytes behind the start.
    @inline(__always)
    init(_ start: Int, _ end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        lengthAndMarks =
            UInt32(truncatingIfNeeded: end &- start) | (isQuoted ? Self.quoted : 0)
            | (hasDoubledQuotes ? Self.doubled : 0)
    }

    /// The number of bytes.
    @inline(__always)
    var length: Int { Int(lengthAndMarks & ~(Self.quoted | Self.doubled)) }

    /// Whether the field stands in quotes.
    var isQuoted: Bool { lengthAndMarks & Self.quoted != 0 }

    /// Whether two quotes inside the field stand for one.
    @inline(__always)
    var hasDoubledQuotes: Bool { lengthAndMarks & Self.doubled != 0 }
}
