/// The interval of max - min of the groups' true rates, given that they come from one prior: the posterior of the range,
/// with the prior's own uncertainty from a parametric bootstrap (Laird & Louis 1987, "type III").
///
/// Each draw makes rates from the fitted prior and counts from these, fits the prior anew, and draws the groups' rates
/// from their posteriors under that prior. Conditional on the groups being alike enough to share a prior.
struct ShrunkenRange: Sendable {
    /// The ranges of all draws, rising.
    private let ranges: [Double]

    /// - Returns: nil where no prior can be fitted.
    init?(_ proportions: [EffectiveProportion], draws: Int, seed: UInt64) {
        let groups = proportions.filter { $0.trials > 0 }
        guard let fitted = EmpiricalBayes(moments: groups) else { return nil }
        var source = RandomSource(seed: seed)
        ranges = (0..<draws).map { _ in
            let drawn = groups.map { group in
                let rate = source.rate(mean: fitted.pooled, precision: fitted.precision)
                let trials = max(1, Int(group.trials.rounded()))
                return Proportion(source.binomial(trials, rate), of: trials)
            }
            let prior = EmpiricalBayes(moments: drawn) ?? fitted
            let rates = groups.map { source.rate(of: $0, mean: prior.pooled, precision: prior.precision) }
            return (rates.max() ?? 0) - (rates.min() ?? 0)
        }.sorted()
    }

    /// The interval, widened to hold the estimate.
    func interval(_ estimate: Double, level: Double, seed: UInt64) -> Interval {
        let bootstrap = BootstrapInterval(estimate: estimate, replicates: ranges).percentile(level: level)
        return Interval(
            low: min(bootstrap.low, estimate), high: max(bootstrap.high, estimate), level: level,
            method: "empirical_bayes bootstrap", draws: ranges.count, seed: seed)
    }
}

extension RandomSource {
    /// A rate from a prior; the mean itself where groups do not vary.
    fileprivate mutating func rate(mean: Double, precision: Double?) -> Double {
        guard let precision, precision > 0 else { return precision == nil ? mean : binomialRate(mean) }
        return beta(mean * precision, (1 - mean) * precision)
    }

    /// A rate from a group's posterior; Jeffreys' where groups differ more than any prior allows.
    fileprivate mutating func rate(
        of group: EffectiveProportion, mean: Double, precision: Double?
    ) -> Double {
        guard let precision else { return mean }
        guard precision > 0 else {
            return beta(group.successes + 0.5, group.trials - group.successes + 0.5)
        }
        return beta(
            group.successes + mean * precision, group.trials - group.successes + (1 - mean) * precision)
    }

    /// None or all, with the mean's chance: what groups are where their correlation is 1.
    private mutating func binomialRate(_ mean: Double) -> Double { unit() < mean ? 1 : 0 }
}
