/// Finds the name that a person may have meant.
package enum NearestName {
    /// Names longer than this are not compared, and at most `mostCandidates` are.
    private static let longest = 128
    private static let mostCandidates = 4096

    /// The candidate with the fewest edits to `name` (Levenshtein), if these are at most a third of its length.
    package static func of(_ name: String, among candidates: [String]) -> String? {
        let target = Array(name.utf8.prefix(longest))
        var best: (distance: Int, name: String)?
        for candidate in candidates.prefix(mostCandidates) where candidate.utf8.count <= longest {
            let distance = edits(target, Array(candidate.utf8))
            if distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        guard let best, best.distance <= max(2, target.count / 3) else { return nil }
        return best.name
    }

    private static func edits(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (i, byte) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in second.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[second.count]
    }
}
