/// Finds the keyword that a word spells, by open addressing.
struct KeywordTable {
    private var words = [PackedWord](repeating: PackedWord(), count: 128)
    private var keywords = [Keyword?](repeating: nil, count: 128)

    /// The keywords of the language.
    static let standard = KeywordTable()

    private init() {
        for keyword in Keyword.allCases {
            let word = PackedWord(keyword.rawValue.utf8)
            var slot = word.slot
            while keywords[slot] != nil { slot = (slot + 1) % keywords.count }
            (words[slot], keywords[slot]) = (word, keyword)
        }
    }

    /// The keyword that a word of at most sixteen bytes spells, or nil for a name.
    func keyword(_ word: PackedWord) -> Keyword? {
        var slot = word.slot
        while let keyword = keywords[slot] {
            if words[slot] == word { return keyword }
            slot = (slot + 1) % keywords.count
        }
        return nil
    }
}
