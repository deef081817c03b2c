/// What max - min of group rates would be if all groups were equal (spec/metrics.md, 5.2 and 5.3).
///
/// Two nulls: independent binomials at the pooled rate, for the expected gap and its quantile; and the exchange of
/// outcomes between groups given their total, for the exact p-value of the observed gap.
package struct RangeNull: Sendable {
    /// Successes of all trials together.
    package let pooled: Proportion
    /// The observed max - min.
    package let observed: Double
    private let sizes: [GroupSize]

    /// Groups of one size, which share everything that is computed from the size.
    struct GroupSize: Sendable {
        /// The trials of each.
        let trials: Int
        /// How many groups have that many trials.
        let groups: Int
    }

    /// The null for groups that have trials; nil with fewer than two of them.
    package init?(_ proportions: [Proportion]) {
        let rates = proportions.compactMap(\.rate)
        guard rates.count >= 2, let highest = rates.max(), let lowest = rates.min() else { return nil }
        pooled = Proportion(
            proportions.reduce(0) { $0 + $1.successes }, of: proportions.reduce(0) { $0 + $1.trials })
        observed = highest - lowest
        sizes = Self.sizes(of: proportions.map(\.trials))
    }

    /// The mean of max - min under the binomial null.
    package var expected: Double {
        BinomialRange(sizes, probability: rate).expected
    }

    /// The chance of a max - min of at least the observed one under the binomial null.
    package var binomialTail: Double {
        BinomialRange(sizes, probability: rate).tail(observed)
    }

    /// The largest max - min that under the binomial null is reached or passed with a chance above 1 - `level`.
    package func quantile(_ level: Double) -> Double {
        BinomialRange(sizes, probability: rate).quantile(level)
    }

    /// The exact p-value of the observed max - min, given the total: DiCiccio et al., KDD 2020.
    package var permutationP: Double {
        guard pooled.successes > 0, pooled.successes < pooled.trials else { return 1 }
        return PermutationRange(sizes, total: pooled.successes).tail(observed)
    }

    /// The mean of max - min of groups with `trials` trials each at a common rate: the planning form of `expected`.
    package static func expected(trials: [Int], rate: Double) -> Double {
        BinomialRange(sizes(of: trials), probability: rate).expected
    }

    /// The chance that max - min of such groups is at least `gap`.
    package static func tail(trials: [Int], rate: Double, gap: Double) -> Double {
        BinomialRange(sizes(of: trials), probability: rate).tail(gap)
    }

    /// The largest max - min that such groups reach or pass with a chance above 1 - `level`.
    package static func quantile(trials: [Int], rate: Double, level: Double) -> Double {
        BinomialRange(sizes(of: trials), probability: rate).quantile(level)
    }

    private var rate: Double { pooled.rate ?? 0 }

    private static func sizes(of trials: [Int]) -> [GroupSize] {
        var groups: [Int: Int] = [:]
        for count in trials where count > 0 { groups[count, default: 0] += 1 }
        return groups.sorted { $0.key < $1.key }.map { GroupSize(trials: $0.key, groups: $0.value) }
    }
}
