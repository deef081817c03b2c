/// How intervals are made (spec/metrics.md, section 4): one value for everything that a report prints.
package struct IntervalOptions: Sendable, Hashable {
    /// The nominal coverage, above 0 and below 1.
    package var level = 0.95
    /// The method for proportions.
    package var proportion = ProportionInterval.wilson
    /// The method for quantities that have neither counts nor a variance in closed form.
    package var bootstrap = Bootstrap.percentile
    /// Whether proportions and areas are resampled too, in place of their closed forms.
    package var resamplesAll = false
    /// On which scale an area under the ROC curve gets its interval.
    package var area = AreaScale.plain
    /// How many resamples are drawn.
    package var draws = 1_999
    /// The seed of the resamples.
    package var seed: UInt64 = 0
    /// Whether resamples keep the number of positives and of negatives in a group, not only its size.
    package var keepsClasses = false

    /// How the ends of a bootstrap interval are read from the replicates.
    package enum Bootstrap: String, Sendable, Hashable, CaseIterable {
        /// Their quantiles.
        case percentile
        /// Bias-corrected and accelerated (Efron 1987).
        case bca
    }

    /// The scale on which an area plus or minus its standard error is taken (spec/metrics.md, 4.3).
    package enum AreaScale: String, Sendable, Hashable, CaseIterable {
        /// The area itself, cut off at 0 and 1.
        case plain
        /// ln(A / (1 - A)), which keeps the interval within 0 and 1.
        case logit
    }

    /// Whether a quantity has its interval in closed form under these options.
    func isClosed(_ metric: GroupMetric) -> Bool {
        (metric.isProportion || metric == .auroc) && !resamplesAll
    }

    /// 95 %, Wilson, percentile bootstrap with 1,999 resamples, seed 0.
    package init() {}

    /// The same at another level.
    package func at(level: Double) -> IntervalOptions {
        var options = self
        options.level = level
        return options
    }

    /// The level of each of `comparisons` intervals that together hold at `level` (Bonferroni).
    func level(sharedBy comparisons: Int) -> Double {
        1 - (1 - level) / Double(max(1, comparisons))
    }
}
