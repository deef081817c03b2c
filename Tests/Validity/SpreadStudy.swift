import RealModule
import Statistics

/// Whether the bounds of other comparisons than max - min hold.
enum SpreadStudy {
    private static let gaps: [GapMetric] = [
        .dpShrunk, .accuracyVariance, .accuracyGini, .differentialFairness,
    ]

    /// The section of the page.
    static func section() -> String {
        var table = MarkdownTable(
            ["groups x n, rates"] + gaps.flatMap { [$0.name, "wholly above"] } + [
                "mean upper of dp_shrunk - gap", "of accuracy_gini", "shrunken rates of cells",
            ])
        for (groups, trials) in [(2, 100), (6, 100), (8, 400), (24, 50)] {
            for spread in Spread.allCases {
                var source = RandomSource(seed: UInt64(groups) &* 31 &+ UInt64(trials))
                var coverages = gaps.map { _ in Coverage() }
                var excess = [0.0, 0.0]
                var cells = Coverage()
                let simulations = 1_000
                for _ in 0..<simulations {
                    let rates = spread.rates(groups, &source)
                    let samples = GapDesign.samples(
                        rates.map { Proportion(source.binomial(trials, $0), of: trials) })
                    let proportions = samples.map { Proportion($0.counts.correct, of: $0.counts.total) }
                    for (cell, interval) in (EmpiricalBayes(moments: proportions)?.intervals() ?? [])
                        .enumerated()
                    {
                        cells.add(interval, truth: rates[cell])
                    }
                    for (place, gap) in gaps.enumerated() {
                        let found = GapBounds.of(gap, in: samples).bounds?.interval
                        let truth = truth(gap, rates, trials)
                        coverages[place].add(found, truth: truth)
                        if place == 0 { excess[0] += (found?.high ?? truth) - truth }
                        if place == 2 { excess[1] += (found?.high ?? truth) - truth }
                    }
                }
                table.add(
                    ["\(groups) x \(trials), \(spread.rawValue)"]
                        + coverages.flatMap { [$0.text, $0.aboveText] }
                        + excess.map { MarkdownTable.decimals($0 / Double(simulations), 3) } + [cells.text])
            }
        }
        return page(table)
    }

    private static func page(_ table: MarkdownTable) -> String {
        """
        ## Bounds of shrunken gaps, of the spread between groups, of differential fairness

        Per cent of 1,000 simulations in which the bounds hold what they are of, and in which they lie wholly above it.
        `dp_shrunk` by the bounds of `dp` against the true max-min (the posterior of the range, which this page once
        measured, held 84 to 94 % where groups were few or shared no prior); `accuracy_variance` by noncentral
        chi-squared against the variance of the true rates; `accuracy_gini` by the limits of that variance and of the
        mean against Gini's coefficient of the true rates; `differential_fairness` by limits of all groups together
        against the log ratio of the true rates, smoothed alike. Rates around 0.3: equal; drawn from a beta prior with a
        standard deviation of 0.06; all equal but one, 0.15 lower; and all equal, at 0.9. The last column: intervals of
        the shrunken rates of cells (conditional on the prior, where the cells vary more than chance), over all cells:
        given a prior fitted to few groups they are too short, and reports say that they are conditional.

        \(table.text)

        """
    }

    /// How the groups' true rates lie.
    private enum Spread: String, CaseIterable {
        case equal
        case prior = "from a prior"
        case outlier = "one apart"
        case high = "high"

        func rates(_ groups: Int, _ source: inout RandomSource) -> [Double] {
            switch self {
            case .equal: return Array(repeating: 0.3, count: groups)
            case .high: return Array(repeating: 0.9, count: groups)
            case .outlier: return (0..<groups).map { $0 == 0 ? 0.15 : 0.3 }
            case .prior:
                // Beta with mean 0.3 and standard deviation 0.06.
                let precision = 0.3 * 0.7 / (0.06 * 0.06) - 1
                let prior = BetaDistribution(0.3 * precision, 0.7 * precision)
                return (0..<groups).map { _ in prior.quantile(source.unit()) }
            }
        }
    }

    private static func truth(_ gap: GapMetric, _ rates: [Double], _ trials: Int) -> Double {
        switch gap {
        case .dpShrunk: return (rates.max() ?? 0) - (rates.min() ?? 0)
        case .accuracyVariance:
            let mean = rates.reduce(0, +) / Double(rates.count)
            return rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count - 1)
        case .accuracyGini: return Inequality(rates).gini.value ?? .nan
        default:
            let n = Double(trials)
            let selected = rates.map { Double.log(($0 * n + 0.5) / (n + 1)) }
            let others = rates.map { Double.log(((1 - $0) * n + 0.5) / (n + 1)) }
            return [selected, others].map { ($0.max() ?? 0) - ($0.min() ?? 0) }.max() ?? 0
        }
    }
}
