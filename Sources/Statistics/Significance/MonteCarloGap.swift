/// The permutation test of a gap that is no difference of proportions: AUC, F1, equalized odds (spec/metrics.md, 5.3).
///
/// The groups' labels are exchanged between rows at random; for equalized odds within the positives and within the
/// negatives, so that base rates stay as they are. Rows that come in clusters keep their cluster's label. p = (1 + #{T* >= T - 1e-12}) / (1 + draws).
package struct MonteCarloGap: Sendable, Hashable {
    /// The observed gap.
    package let observed: Double
    /// The p-value.
    package let p: Double
    /// The standard error of `p` that comes from drawing at random.
    package let standardError: Double
    /// The mean gap of the draws.
    package let expected: Double
    /// The gap that 95 of 100 draws do not pass.
    package let quantile95: Double
    /// The draws in which the gap was defined.
    package let draws: Int
    /// The seed of the draws.
    package let seed: UInt64

    /// The most rows times draws: beyond it fewer draws are made, at least 199.
    private static let budget = 200_000_000

    /// The test of one gap.
    ///
    /// - Parameters:
    ///   - draws: how many are wanted; `draws` says how many were made.
    /// - Returns: nil where the gap is undefined, or is so in more than 5 % of the draws.
    package init?(_ gap: GapMetric, of groups: [Sample], draws: Int = 9_999, seed: UInt64) {
        self.init(gap, ofStrata: [groups], draws: draws, seed: seed)
    }

    /// The test of a gap adjusted for what distinguishes the strata: labels are exchanged within each alone.
    ///
    /// - Parameter strata: the rows of the same groups in each stratum, `[stratum][group]`.
    package init?(_ gap: GapMetric, ofStrata strata: [[Sample]], draws: Int = 9_999, seed: UInt64) {
        let groups = strata.first?.indices.filter { group in
            strata.contains { $0[group].counts.total > 0 }
        }
        let filled = strata.map { stratum in (groups ?? []).map { stratum[$0] } }
        let rows: any GapExchange =
            filled.joined().areClustered
            ? ExchangeableClusters(strata: filled, gap: gap) : ExchangeableRows(strata: filled, gap: gap)
        guard let observed = rows.value.value else { return nil }
        let wanted = min(draws, max(199, Self.budget / max(1, rows.count)))
        var gaps = Self.gaps(rows, draws: wanted, seed: seed)
        guard !gaps.isEmpty, gaps.count * 100 >= wanted * 95 else { return nil }
        gaps.sort()
        let count = Double(gaps.count)
        let share = Double(1 + gaps.count { $0 >= observed - 1e-12 }) / (1 + count)
        self.observed = observed
        self.seed = seed
        p = share
        standardError = (share * (1 - share) / count).squareRoot()
        expected = gaps.compensatedSum() / count
        quantile95 = gaps[min(gaps.count - 1, Int((0.95 * count).rounded(.up)) - 1)]
        self.draws = gaps.count
    }

    /// The gaps of random exchanges, those that are defined.
    private static func gaps(_ rows: some GapExchange, draws: Int, seed: UInt64) -> [Double] {
        var rows = rows
        var source = RandomSource(seed: seed)
        var gaps: [Double] = []
        for _ in 0..<draws {
            rows.exchange(&source)
            if let value = rows.value.value { gaps.append(value) }
        }
        return gaps
    }
}
