import Statistics

/// Groups whose true rates are known.
struct GapDesign {
    /// The true rate of each group.
    let rates: [Double]
    /// The rows of each group.
    let trials: Int

    /// `groups` groups at `rate`, but one half of `gap` above it and one below.
    init(groups: Int, rate: Double, gap: Double, trials: Int) {
        rates = [rate + gap / 2, rate - gap / 2] + Array(repeating: rate, count: groups - 2)
        self.trials = trials
    }

    /// The true max - min.
    var gap: Double { (rates.max() ?? 0) - (rates.min() ?? 0) }

    /// Counts of each group.
    func drawn(_ source: inout RandomSource) -> [Proportion] {
        rates.map { Proportion(source.binomial(trials, $0), of: trials) }
    }

    /// Groups of positive rows whose accuracies are these proportions.
    static func samples(_ proportions: [Proportion]) -> [Sample] {
        proportions.map { proportion in
            Sample(
                counts: Confusion(
                    tp: proportion.successes, fp: 0, tn: 0, fn: proportion.trials - proportion.successes))
        }
    }
}
