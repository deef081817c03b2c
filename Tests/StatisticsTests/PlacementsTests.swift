import Statistics
import Testing

@Suite struct PlacementsTests {
    /// Scores of positives and of negatives, and the share of pairs that are ranked rightly, ties counting half.
    @Test(
        "the area is the share of pairs that are ranked rightly, ties counting half",
        arguments: [
            ([3, 4], [1, 2], 1), ([1, 2], [3, 4], 0), ([1, 1], [1, 1], 0.5), ([2, 3], [2, 1], 0.875),
        ] as [([Double], [Double], Double)])
    func area(positives: [Double], negatives: [Double], expected: Double) {
        let labels = positives.map { _ in true } + negatives.map { _ in false }
        #expect(Placements(labels: labels, scores: positives + negatives).area == expected)
    }
}
