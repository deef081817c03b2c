/// Group rates drawn toward their mean, as much as their own noise asks for (spec/metrics.md, section 6).
///
/// k of a group is Binomial(n, theta) and theta is Beta(m M, (1 - m) M): m is the mean of all groups, or in a crossing
/// what the attributes' main effects give. Intervals are conditional on that prior.
package struct EmpiricalBayes: Sendable, Hashable {
    /// M, or nil where the groups vary no more than sampling gives: then every group gets its prior's mean.
    ///
    /// Below 0 where groups differ more than any rates can.
    package let precision: Double?
    /// The mean of each group's prior.
    package let means: [Double]
    /// Successes over trials of everybody.
    package let pooled: Double
    /// The estimated correlation within groups, before it is cut off at 0; moments only.
    package let rawCorrelation: Double?
    private let proportions: [EffectiveProportion]

    /// Where a group's prior has its mean, and how its precision is estimated.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        /// At the mean of all groups; by moments.
        case moments
        /// At the mean of all groups; both by maximum likelihood.
        case likelihood
        /// At what an additive logistic model of the attributes gives; by moments.
        case additive
    }

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
        self.init(moments: proportions.map(EffectiveProportion.init))
    }

    /// By moments, of rates that are known as well as from so many trials.
    package init?(moments proportions: [EffectiveProportion]) {
        guard let totals = Totals(proportions) else { return nil }
        let p = totals.rate
        let noise = p * (1 - p)
        let spread = totals.groups.map { group in
            let deviation = group.successes / group.trials - p
            return group.trials * deviation * deviation
        }
        let groups = Double(totals.groups.count - 1)
        let squares = totals.groups.map { $0.trials * $0.trials }.compensatedSum()
        let rho =
            (spread.compensatedSum() - noise * groups)
            / (noise * (totals.trials - squares / totals.trials - groups))
        self.init(proportions, means: proportions.map { _ in p }, pooled: p, correlation: rho)
    }

    /// By moments around the rates of an additive model, whose leverages take the place of n_g / n.
    ///
    /// E[n (k/n - m)^2] = m (1 - m) (1 - h) (1 + (n - 1) rho) with h the leverage; with one mean it is Kleinman's form.
    ///
    /// - Parameter levels: for each group the place of its level in each attribute.
    /// - Returns: nil where `init(moments:)` is, and where every group has an effect of its own.
    package init?(additive proportions: [Proportion], levels: [[Int]]) {
        self.init(additive: proportions.map(EffectiveProportion.init), levels: levels)
    }

    /// The same, of rates that are known as well as from so many trials.
    package init?(additive proportions: [EffectiveProportion], levels: [[Int]]) {
        guard let totals = Totals(proportions), let model = AdditiveLogistic(proportions, levels: levels)
        else { return nil }
        var (spread, noise, growth) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for (place, group) in proportions.enumerated() where group.trials > 0 {
            let (n, m) = (group.trials, model.rates[place])
            let deviation = group.successes / n - m
            let free = m * (1 - m) * max(0, 1 - model.leverages[place])
            spread.add(n * deviation * deviation)
            noise.add(free)
            growth.add(free * (n - 1))
        }
        guard growth.value > 1e-12 else { return nil }
        self.init(
            proportions, means: model.rates, pooled: totals.rate,
            correlation: min(1, (spread.value - noise.value) / growth.value))
    }

    private init(_ proportions: [EffectiveProportion], means: [Double], pooled: Double, correlation: Double) {
        self.proportions = proportions
        self.means = means
        self.pooled = pooled
        rawCorrelation = correlation
        precision = correlation > 0 ? 1 / correlation - 1 : nil
    }

    /// By maximum likelihood of the beta-binomial; nil where the moments are.
    package init?(likelihood proportions: [Proportion]) {
        self.init(likelihood: proportions.map(EffectiveProportion.init))
    }

    /// The same, of rates that are known as well as from so many trials.
    package init?(likelihood proportions: [EffectiveProportion]) {
        guard let totals = Totals(proportions) else { return nil }
        pooled = totals.rate
        rawCorrelation = nil
        let prior = BetaBinomialLikelihood(groups: totals.groups).maximum(startingAt: totals.rate)
        let mean = prior.map { $0.alpha / ($0.alpha + $0.beta) } ?? totals.rate
        means = proportions.map { _ in mean }
        precision = prior.map { $0.alpha + $0.beta }
        self.proportions = proportions
    }

    /// The prior that all groups share; nil where they vary no more than sampling gives, or have priors of their own.
    package var prior: Prior? {
        guard let precision, let mean = means.first, means.allSatisfy({ $0 == mean }) else { return nil }
        return Prior(alpha: mean * precision, beta: (1 - mean) * precision)
    }

    /// The shrunken rate of each group, in their order; a group without trials gets its prior's mean.
    ///
    /// Groups that differ more than any rates can, by moments a correlation above 1, are driven apart instead, even
    /// out of 0...1.
    package var rates: [Double] {
        zip(proportions, means).map { group, mean in
            guard let precision, group.trials + precision > 0 else { return mean }
            return (group.successes + mean * precision) / (group.trials + precision)
        }
    }

    /// The interval of each group's rate given its prior; nil where the groups vary no more than sampling gives.
    package func intervals(level: Double = 0.95) -> [Interval]? {
        guard let precision, precision > 0 else { return nil }
        return zip(proportions, means).map { group, mean in
            let posterior = BetaDistribution(
                group.successes + mean * precision,
                group.trials - group.successes + (1 - mean) * precision)
            return Interval(
                low: posterior.quantile((1 - level) / 2), high: posterior.quantile((1 + level) / 2),
                level: level, method: "empirical_bayes")
        }
    }

    /// The groups with trials, where a prior can be estimated from them.
    private struct Totals {
        let groups: [EffectiveProportion]
        let trials: Double
        let rate: Double

        init?(_ proportions: [EffectiveProportion]) {
            groups = proportions.filter { $0.trials > 0 }
            let successes = groups.map(\.successes).compensatedSum()
            let count = groups.map(\.trials).compensatedSum()
            guard groups.count >= 2, successes > 0, successes < count,
                groups.contains(where: { $0.trials > 1 })
            else { return nil }
            trials = count
            rate = successes / trials
        }
    }
}
