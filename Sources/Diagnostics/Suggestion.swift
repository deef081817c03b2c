/// Finds the known word that a misspelt one was probably meant to be.
package enum Suggestion {
    /// The candidate nearest to `word`, or nil where none is near enough to be worth offering.
    ///
    /// Distance counts inserted, lost, changed and swapped neighbouring letters (Damerau 1964, in the restricted form), without
    /// regard to case; a third of the word's letters may differ, at least one and at most three, and of a word of one letter
    /// none. The first candidate wins a tie.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().unicodeScalars.prefix(64))
        guard !letters.isEmpty else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
            let isLetter = min(letters.count, other.count) < 2
            let allowed = isLetter ? 0 : min(3, max(1, max(letters.count, other.count) / 3))
            guard abs(other.count - letters.count) <= allowed else { continue }
            let distance = distance(letters, other)
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate ?? completion(of: word, among: candidates)
    }

    /// The only candidate that begins with `word`, if the word has at least three letters.
    private static func completion(of word: String, among candidates: some Sequence<String>) -> String? {
        guard word.utf8.count >= 3 else { return nil }
        let matches = candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
        return matches.count == 1 ? matches[0] : nil
    }

    /// The restricted Damerau-Levenshtein distance of two words; time is the product of their lengths.
    package static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(second.count + 1)
            for (column, other) in second.enumerated() {
                let changed = last[column] + (letter == other ? 0 : 1)
                var cost = min(changed, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
