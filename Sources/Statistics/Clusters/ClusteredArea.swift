/// The variance of an area under the ROC curve of rows that come in clusters: Obuchowski 1997 (Biometrics 53:567).
///
/// With V the rows' placements, M positives and N negatives, and I10 and I01 the clusters that hold positives and
/// negatives: var = S10 / M + S01 / N + 2 S11 / (M N) with S10 = I10 / ((I10 - 1) M) sum (V10_i. - m_i A)^2 over
/// clusters, S01 likewise, and S11 = I / (I - 1) sum (V10_i. - m_i A)(V01_i. - n_i A). With one row a cluster it is
/// DeLong's.
struct ClusteredArea: Sendable {
    /// The area.
    let area: Double
    /// What each cluster adds, with Obuchowski's variance.
    let influence: ClusterInfluence
    /// The clusters that hold a positive, and those that hold a negative row.
    let clusters: (positives: Int, negatives: Int)

    /// The degrees of freedom of the variance, one less than the clusters of the scarcer class; nil where each row is a
    /// cluster of its own, and the variance DeLong's.
    let degrees: Int?

    /// The area of a sample; nil without scores, for independent rows, or with fewer than two clusters of a class.
    init?(_ sample: Sample) {
        guard let index = ClusterIndex(sample), let area = sample.quantity(.auroc).value else { return nil }
        let placements = Self.placements(sample)
        let positive = index.sums { sample.labels[$0] == 1 ? placements[$0] - area : 0 }
        let negative = index.sums { sample.labels[$0] == 0 ? placements[$0] - area : 0 }
        let hasPositive = index.sums { Double(sample.labels[$0]) }.count { $0 > 0 }
        let hasNegative = index.sums { Double(1 - sample.labels[$0]) }.count { $0 > 0 }
        guard hasPositive > 1, hasNegative > 1 else { return nil }
        let (m, n) = (Double(sample.counts.positives), Double(sample.counts.negatives))
        func factor(_ count: Int) -> Double { Double(count) / Double(count - 1) }
        let (first, second) = (factor(hasPositive), factor(hasNegative))
        let ofPositives = first * positive.map { $0 * $0 }.compensatedSum() / (m * m)
        let ofNegatives = second * negative.map { $0 * $0 }.compensatedSum() / (n * n)
        let shared = factor(index.count) * zip(positive, negative).map { $0 * $1 }.compensatedSum() / (m * n)
        self.area = area
        clusters = (hasPositive, hasNegative)
        degrees = index.count < sample.labels.count ? min(hasPositive, hasNegative) - 1 : nil
        influence = ClusterInfluence(
            numbers: index.numbers,
            values: zip(positive, negative).map {
                first.squareRoot() * $0 / m + second.squareRoot() * $1 / n
            }, variance: max(0, ofPositives + ofNegatives + 2 * shared))
    }

    /// For each row the share of the other class that it is ranked right against, ties one half.
    private static func placements(_ sample: Sample) -> [Double] {
        let (positives, negatives) = (Double(sample.counts.positives), Double(sample.counts.negatives))
        var placements: [Double] = []
        placements.reserveCapacity(sample.labels.count)
        for block in ScoreBlocks(sample) {
            let won = (Double(block.negativesBefore) + Double(block.negatives) / 2) / negatives
            let above = sample.counts.positives - block.positivesBefore - block.positives
            let lost = (Double(above) + Double(block.positives) / 2) / positives
            for _ in 0..<(block.positives + block.negatives) {
                placements.append(sample.labels[placements.count] == 1 ? won : lost)
            }
        }
        return placements
    }
}
