/// A short word as two numbers, so that words compare without a loop.
struct PackedWord: Hashable {
    private var head: UInt64 = 0
    private var tail: UInt64 = 0

    /// The word of these bytes; nil where they are more than sixteen, which no word of the language has, or one is 0.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count <= 16 else { return nil }
        for byte in bytes {
            guard byte != 0 else { return nil }
            head = head << 8 | tail >> 56
            tail = tail << 8 | UInt64(byte)
        }
    }
}
