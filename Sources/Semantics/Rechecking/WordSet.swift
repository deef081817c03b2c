/// The words of a text as hashes: two words may seem one, which costs a look and no more.
struct WordSet: Sendable {
    /// The hashes, in order.
    private var hashes: [UInt64]
    /// A bit for each: two sets that share no bit share no word (Bloom 1970).
    private var bits = SIMD4<UInt64>()

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
        hashes = []
        for hash in found where hashes.last != hash { append(hash) }
    }

    /// The words of some names.
    init(_ names: some Sequence<String>) {
        self.init([], and: names)
    }

    /// Whether there are none.
    var isEmpty: Bool { hashes.isEmpty }

    /// Whether one of the words is one of others.
    func meets(_ others: WordSet) -> Bool {
        guard (bits & others.bits) != SIMD4() else { return false }
        let (few, many) = hashes.count < others.hashes.count ? (self, others) : (others, self)
        return few.hashes.contains(where: many.contains)
    }

    /// Whether a name's words are all here.
    func contains(_ name: String) -> Bool {
        Self.hashes(of: name).allSatisfy(contains)
    }

    /// Adds the words of names.
    mutating func insert(_ names: some Sequence<String>) {
        var added = hashes
        for name in names { added += Self.hashes(of: name) }
        guard added.count > hashes.count else { return }
        added.sort()
        hashes = []
        for hash in added where hashes.last != hash { append(hash) }
    }

    private func contains(_ hash: UInt64) -> Bool {
        !hashes.isEmpty && hashes[hashes.lastPlace(notAbove: hash)] == hash
    }

    /// Adds a hash above all others.
    private mutating func append(_ hash: UInt64) {
        hashes.append(hash)
        bits[Int(hash & 3)] |= 1 << (hash >> 2 & 63)
    }

    /// The hashes of a name's words: of each part between dots.
    private static func hashes(of name: String) -> [UInt64] {
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
