/// Where the bytes of a window stand that may end a field, found eight at a time: separators, line feeds and quotes.
///
/// Only a block of the window is indexed at once, so that what is held does not grow with a row.
struct CSVMarks {
    private let separators: UInt64
    private let offsets: UnsafeMutableBufferPointer<Int32>
    /// How many offsets are known, and which of them comes next.
    private var count = 0
    private var cursor = 0
    /// The first byte of the window that is not indexed yet.
    private var indexed = 0

    private static let blockSize = 1 << 14
    private static let feeds = repeated(UInt8(ascii: "\n"))
    private static let quotes = repeated(UInt8(ascii: "\""))

    /// Marks of a window without any bytes; `deallocate` ends their life.
    init(separator: UInt8) {
        separators = Self.repeated(separator)
        offsets = .allocate(capacity: Self.blockSize + 8)
    }

    /// Gives the memory back.
    func deallocate() {
        offsets.deallocate()
    }

    /// Starts anew at a byte of the window.
    mutating func restart(at place: Int) {
        (count, cursor, indexed) = (0, 0, place)
    }

    /// The place of the next mark; the number of bytes where none is left.
    @inline(__always)
    mutating func next(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        while cursor == count {
            guard indexed < bytes.count else { return bytes.count }
            index(bytes)
        }
        defer { cursor += 1 }
        return Int(offsets[cursor])
    }

    /// Finds the marks of the next block.
    private mutating func index(_ bytes: UnsafeBufferPointer<UInt8>) {
        let end = min(indexed + Self.blockSize, bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var (found, place) = (0, indexed)
        // Safety: 64 bytes from `place` on are within the bytes, and a block has no more marks than bytes; what is written
        // ahead in groups of eight stays within the slack behind a block.
        while place + 64 <= end {
            var hits: UInt64 = 0
            for word in 0..<8 {
                let part = raw.loadUnaligned(fromByteOffset: place &+ 8 &* word, as: UInt64.self)
                hits |=
                    Self.gathered(marks(UInt64(littleEndian: part))) << UInt64(truncatingIfNeeded: 8 &* word)
            }
            let next = found &+ hits.nonzeroBitCount
            while found < next {
                for step in 0..<8 {
                    offsets[found &+ step] = Int32(truncatingIfNeeded: place &+ hits.trailingZeroBitCount)
                    hits &= hits &- 1
                }
                found &+= 8
            }
            found = next
            place &+= 64
        }
        while place < end {
            if marks(UInt64(bytes[place])) & 0xFF != 0 {
                offsets[found] = Int32(truncatingIfNeeded: place)
                found += 1
            }
            place += 1
        }
        (count, cursor, indexed) = (found, 0, end)
    }

    /// The highest bit of each of eight bytes, side by side, the first byte's lowest.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 {
        ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    /// The highest bit of each byte of `word` that is a mark.
    @inline(__always)
    private func marks(_ word: UInt64) -> UInt64 {
        Self.zeros(word ^ separators) | Self.zeros(word ^ Self.feeds) | Self.zeros(word ^ Self.quotes)
    }

    /// The highest bit of each byte of `word` that is zero, without borrows between bytes (Warren 2012, 6-1).
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((word & low) &+ low) | word | low)
    }

    private static func repeated(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }
}
