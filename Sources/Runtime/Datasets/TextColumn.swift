#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Many texts in one piece of memory: their bytes, and four more for each.
package struct TextColumn: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends, counted from the start of its block.
    private var ends: [UInt32] = []
    /// Where each block of texts starts.
    private var blocks: [Int] = []

    private static let blockBits = 10

    /// Nothing.
    package init() {}

    /// The number of texts.
    package var count: Int { ends.count }

    /// Adds a text.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if ends.count & (1 << Self.blockBits - 1) == 0 { blocks.append(bytes.count) }
        bytes.append(contentsOf: text)
        ends.append(UInt32(truncatingIfNeeded: bytes.count - blocks[blocks.count - 1]))
    }

    /// The text at a place.
    subscript(_ place: Int) -> String {
        withBytes(place) { String(decoding: $0, as: UTF8.self) }
    }

    /// All texts, in order.
    var strings: [String] {
        (0..<count).map { self[$0] }
    }

    /// The texts at some places, in the order given.
    func taking(_ places: [Int]) -> TextColumn {
        var column = TextColumn()
        for place in places { withBytes(place) { column.append($0) } }
        return column
    }

    /// Hands over the bytes of a text; they are valid only during the call.
    func withBytes<Result>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let extent = extent(place)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[extent])) }
    }

    /// Whether the text at a place is `text`.
    func isEqual(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let extent = extent(place)
        guard extent.count == text.count, let other = text.baseAddress else {
            return extent.count == text.count
        }
        // Safety: both sides have `count` bytes.
        return bytes.withUnsafeBufferPointer { own in
            own.baseAddress.map { memcmp($0 + extent.lowerBound, other, text.count) == 0 } ?? true
        }
    }

    private func extent(_ place: Int) -> Range<Int> {
        let block = blocks[place >> Self.blockBits]
        let isFirst = place & (1 << Self.blockBits - 1) == 0
        return block + (isFirst ? 0 : Int(ends[place - 1]))..<block + Int(ends[place])
    }
}
