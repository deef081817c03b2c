/// Group rates drawn toward their mean, as much as their own noise asks for (spec/metrics.md, section 6).
///
/// k of a group is Binomial(n, theta) and theta is Beta(alpha, beta); intervals are conditional on that prior.
package struct EmpiricalBayes: Sendable, Hashable {
    /// The prior, or nil where the groups vary no more than sampling gives: then every group gets the mean.
    package let prior: Prior?
    /// Successes over trials of everybody.
    package let pooled: Double
    /// The estimated correlation within groups, before it is cut off at 0; moments only.
    package let rawCorrelation: Double?
    private let proportions: [Proportion]

    /// A beta distribution of group rates.
    package struct Prior: Sendable, Hashable {
        /// The first shape.
        package let alpha: Double
        /// The second shape.
        package let beta: Double
    }

    /// By moments (Kleinman 1973, weights n).
    ///
    /// Nil with fewer than two groups, where none or all succeed, and where every group has a single trial: then
    /// the data say nothing about how groups vary.
    package init?(moments proportions: [Proportion]) {
        guard let totals = Totals(proportions) else { return nil }
        let p = totals.rate
        let noise = p * (1 - p)
        let spread = totals.groups.map { group in
            let deviation = Double(group.successes) / Double(group.trials) - p
            return Double(group.trials) * deviation * deviation
        }
        let groups = Double(totals.groups.count - 1)
        let squares = totals.groups.map { Double($0.trials) * Double($0.trials) }.compensatedSum()
        let rho =
            (spread.compensatedSum() - noise * groups)
            / (noise * (totals.trials - squares / totals.trials - groups))
        pooled = p
        rawCorrelation = rho
        prior = rho > 0 ? Prior(alpha: p * (1 / rho - 1), beta: (1 - p) * (1 / rho - 1)) : nil
        self.proportions = proportions
    }

    /// By maximum likelihood of the beta-binomial; nil where the moments are.
    package init?(likelihood proportions: [Proportion]) {
        guard let totals = Totals(proportions) else { return nil }
        pooled = totals.rate
        rawCorrelation = nil
        prior = BetaBinomialLikelihood(groups: totals.groups).maximum(startingAt: totals.rate)
        self.proportions = proportions
    }

    /// The shrunken rate of each group, in their order; a group without trials gets the prior's mean.
    package var rates: [Double] {
        proportions.map { group in
            guard let prior else { return pooled }
            return (Double(group.successes) + prior.alpha) / (Double(group.trials) + prior.alpha + prior.beta)
        }
    }

    /// The interval of each group's rate given the prior; nil without one.
    package func intervals(level: Double = 0.95) -> [Interval]? {
        guard let prior else { return nil }
        return proportions.map { group in
            let posterior = BetaDistribution(
                Double(group.successes) + prior.alpha,
                Double(group.trials - group.successes) + prior.beta)
            return Interval(
                low: posterior.quantile((1 - level) / 2), high: posterior.quantile((1 + level) / 2),
                level: level, method: "empirical_bayes")
        }
    }

    /// The groups with trials, where a prior can be estimated from them.
    private struct Totals {
        let groups: [Proportion]
        let trials: Double
        let rate: Double

        init?(_ proportions: [Proportion]) {
            groups = proportions.filter { $0.trials > 0 }
            let successes = groups.reduce(0) { $0 + $1.successes }
            let count = groups.reduce(0) { $0 + $1.trials }
            guard groups.count >= 2, successes > 0, successes < count,
                groups.contains(where: { $0.trials > 1 })
            else { return nil }
            trials = Double(count)
            rate = Double(successes) / trials
        }
    }
}
