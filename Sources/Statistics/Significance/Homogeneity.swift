/// Tests of equal rates in all groups (spec/metrics.md, 5.4).
package struct Homogeneity: Sendable, Hashable {
    /// Pearson's chi-squared.
    package let statistic: Double
    /// The number of groups that have trials, minus 1.
    package let degrees: Int
    /// The chance of a larger statistic under equality.
    package let p: Double
    /// Whether an expected count is below 5, so that the p-value is rough.
    package let isRough: Bool

    /// Pearson's test without continuity correction; nil where none or all succeed, or with fewer than two groups.
    package init?(_ proportions: [Proportion]) {
        let groups = proportions.filter { $0.trials > 0 }
        let successes = groups.reduce(0) { $0 + $1.successes }
        let trials = groups.reduce(0) { $0 + $1.trials }
        guard groups.count >= 2, successes > 0, successes < trials else { return nil }
        let rate = Double(successes) / Double(trials)
        var sum = CompensatedSum()
        var smallest = Double.infinity
        for group in groups {
            let expected = Double(group.trials) * rate
            let failures = Double(group.trials) - expected
            let deviation = Double(group.successes) - expected
            sum.add(deviation * deviation / expected)
            sum.add(deviation * deviation / failures)
            smallest = min(smallest, expected, failures)
        }
        statistic = sum.value
        degrees = groups.count - 1
        p = GammaDistribution.chiSquaredTail(statistic, degrees: degrees)
        isRough = smallest < 5
    }

    /// The trend of rates over ordered groups: Cochran 1954, Armitage 1955, with scores 0, 1, 2, ... by default.
    ///
    /// - Returns: z, above 0 when rates rise, and its p-value; nil where none or all succeed or no score varies.
    package static func trend(_ proportions: [Proportion], scores: [Double]? = nil) -> TestResult? {
        let scores = scores ?? proportions.indices.map(Double.init)
        precondition(scores.count == proportions.count, "one score for each group")
        let trials = proportions.reduce(0) { $0 + $1.trials }
        guard trials > 0 else { return nil }
        let rate = Double(proportions.reduce(0) { $0 + $1.successes }) / Double(trials)
        let mean =
            zip(scores, proportions).map { $0 * Double($1.trials) }.compensatedSum() / Double(trials)
        let terms = zip(scores, proportions).map { score, group in
            (score - mean) * (Double(group.successes) - Double(group.trials) * rate)
        }
        let spread = zip(scores, proportions).map { ($0 - mean) * ($0 - mean) * Double($1.trials) }
        let variance = rate * (1 - rate) * spread.compensatedSum()
        guard variance > 0 else { return nil }
        let z = terms.compensatedSum() / variance.squareRoot()
        return TestResult(statistic: z, p: NormalDistribution.twoSided(z))
    }
}
