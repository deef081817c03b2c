/// A rate and how much it is known: successes of trials that need not be whole.
///
/// Rows that come in clusters vary as fewer independent ones would; these are that many.
package struct EffectiveProportion: Sendable, Hashable {
    /// Successes, 0...`trials`.
    let successes: Double
    /// Trials, at least 0.
    let trials: Double

    /// The counts themselves.
    init(_ proportion: Proportion) {
        successes = Double(proportion.successes)
        trials = Double(proportion.trials)
    }

    /// A rate known as well as from so many independent trials.
    init(rate: Double, trials: Double) {
        successes = rate * trials
        self.trials = trials
    }

    /// A proportion of a group's rows; nil for another quantity, and for rows of a single cluster.
    package init?(_ metric: GroupMetric, of group: Sample) {
        guard let proportion = metric.proportion(of: group.counts) else { return nil }
        guard group.clusters != nil, let rate = proportion.rate else {
            self.init(proportion)
            return
        }
        guard let trials = ClusteredProportion(metric, of: group)?.independentTrials else { return nil }
        self.init(rate: rate, trials: trials)
    }
}
