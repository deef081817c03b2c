/// Words that may mean something else than before a change, as hashes.
struct ChangedWords {
    private var hashes: Set<UInt64> = []
    private var bits = WordBits()

    /// Whether everything means what it did.
    var isEmpty: Bool { hashes.isEmpty }

    /// Adds the words of names.
    mutating func insert(_ names: some Sequence<String>) {
        for name in names {
            for hash in WordSet.hashes(of: name) where hashes.insert(hash).inserted { bits.insert(hash) }
        }
    }

    /// Whether one of them is among the words of a text.
    func meet(_ words: WordSet) -> Bool {
        bits.meet(words.bits) && words.hashes.contains(where: hashes.contains)
    }
}
