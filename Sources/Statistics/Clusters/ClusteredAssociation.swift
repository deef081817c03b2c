/// A statistic of the groups' rates, tested by exchanging the groups' labels between whole clusters.
///
/// Pearson's and Cochran and Armitage's statistics have their known distributions only where rows are independent.
package struct ClusteredAssociation: Sendable, Hashable {
    /// p = (1 + #{|T*| >= |T| - 1e-12}) / (1 + draws).
    package let p: Double
    /// The draws.
    package let draws: Int
    /// The standard error of `p` that comes from drawing at random.
    package let standardError: Double

    /// The test of a statistic.
    ///
    /// - Parameter statistic: of the groups' proportions; nil where it is undefined.
    /// - Returns: nil where the statistic is undefined.
    package init?(
        _ metric: GroupMetric, of groups: [Sample], draws: Int, seed: UInt64,
        statistic: ([Proportion]) -> Double?
    ) {
        func value(_ groups: [Sample]) -> Double? {
            statistic(groups.compactMap { metric.proportion(of: $0.counts) })
        }
        guard let observed = value(groups) else { return nil }
        var rows = ExchangeableClusters(strata: [groups], gap: .difference(of: metric))
        var source = RandomSource(seed: seed)
        var far = 0
        for _ in 0..<draws {
            rows.exchange(&source)
            if (value(rows.groups) ?? 0).magnitude >= observed.magnitude - 1e-12 { far += 1 }
        }
        p = Double(1 + far) / Double(1 + draws)
        self.draws = draws
        standardError = (p * (1 - p) / Double(draws)).squareRoot()
    }
}
