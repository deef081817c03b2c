/// The texts by which tables say that nothing is known.
enum MissingText {
    private static let words: Set<String> = [
        "", "na", "n/a", "nan", "null", "none", "unknown", "not reported", "?",
    ]

    /// Whether a field says that nothing is known.
    static func contains(_ text: String) -> Bool {
        words.contains(text.trimmingBlanks.lowercased())
    }

    /// Whether a field says that nothing is known, in one of the usual ways or in one of `others`.
    ///
    /// Numbers are compared as such: 0 is also 0.0.
    static func contains(_ text: String, orIn others: [String]) -> Bool {
        if contains(text) { return true }
        let word = text.trimmingBlanks.lowercased()
        return others.contains { other in
            other.lowercased() == word || Double(other).map { $0 == Double(word) } ?? false
        }
    }
}
