/// The words of a text as hashes: two words may seem one, which costs a look and no more.
struct WordSet: Sendable {
    /// The hashes, in order.
    let hashes: [UInt64]
    /// A bit for each.
    let bits: WordBits

    /// The names in a text, wherever they stand, and some others.
    init(_ bytes: ArraySlice<UInt8>, and names: some Sequence<String>) {
        var found: [UInt64] = []
        var hash = Self.empty
        for byte in bytes {
            if Self.belongsToWord(byte) {
                hash = Self.grown(hash, byte)
            } else if hash != Self.empty {
                found.append(hash)
                hash = Self.empty
            }
        }
        if hash != Self.empty { found.append(hash) }
        for name in names { found += Self.hashes(of: name) }
        found.sort()
        var (distinct, bits): ([UInt64], WordBits) = ([], WordBits())
        for hash in found where distinct.last != hash {
            distinct.append(hash)
            bits.insert(hash)
        }
        (hashes, self.bits) = (distinct, bits)
    }

    /// The words of some names.
    init(_ names: some Sequence<String>) {
        self.init([], and: names)
    }

    /// Whether a name's words are all here.
    func contains(_ name: String) -> Bool {
        Self.hashes(of: name).allSatisfy { hash in
            !hashes.isEmpty && hashes[hashes.lastPlace(notAbove: hash)] == hash
        }
    }

    /// The hashes of a name's words: of each part between dots.
    static func hashes(of name: String) -> [UInt64] {
        name.utf8.split { !belongsToWord($0) }.map { $0.reduce(empty, grown) }
    }

    /// FNV-1a's first value (Fowler, Noll and Vo 1991).
    private static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func grown(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Whether a byte may stand in a name.
    private static func belongsToWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 1, 0x80...:
            true
        default: false
        }
    }
}
