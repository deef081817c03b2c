/// A short word as two numbers, so that words compare without a loop.
struct PackedWord: Hashable {
    private var head: UInt64 = 0
    private var tail: UInt64 = 0

    /// The word of no letters.
    init() {}

    /// The word of these bytes.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    /// Puts a byte behind the others; of more than sixteen, which no word of the language has, the first are lost.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        head = head << 8 | tail >> 56
        tail = tail << 8 | UInt64(byte)
    }

    /// A number below 128 that differs for most words (multiplicative hashing).
    var slot: Int {
        Int(truncatingIfNeeded: ((head &+ tail) &* 0x9E37_79B9_7F4A_7C15) >> 57)
    }
}
