/// A bit for each word of a set: two sets that share no bit share no word (Bloom 1970).
struct WordBits: Sendable {
    private var bits = SIMD4<UInt64>()

    /// Adds a word.
    mutating func insert(_ hash: UInt64) {
        bits[Int(hash & 3)] |= 1 << (hash >> 2 & 63)
    }

    /// Whether two sets may share a word.
    func meet(_ others: WordBits) -> Bool {
        bits & others.bits != SIMD4()
    }
}
