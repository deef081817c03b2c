import RealModule
import Statistics

/// Whether the bounds of other comparisons than max - min hold.
enum SpreadStudy {
    private static let gaps: [GapMetric] = [.dpShrunk, .accuracyVariance, .differentialFairness]

    /// The section of the page.
    static func section() -> String {
        var table = MarkdownTable(
            ["groups x n, rates"] + gaps.flatMap { [$0.name, "wholly above"] } + [
                "mean upper of dp_shrunk - gap", "shrunken rates of cells",
            ])
        for (groups, trials) in [(2, 100), (6, 100), (8, 400), (24, 50)] {
            for spread in Spread.allCases {
                var source = RandomSource(seed: UInt64(groups) &* 31 &+ UInt64(trials))
                var coverages = gaps.map { _ in Coverage() }
                var excess = 0.0
                var cells = Coverage()
                let simulations = 1_000
                for simulation in 0..<simulations {
                    let rates = spread.rates(groups, &source)
                    let samples = GapDesign.samples(
                        rates.map { Proportion(source.binomial(trials, $0), of: trials) })
                    let proportions = samples.map { Proportion($0.counts.correct, of: $0.counts.total) }
                    for (cell, interval) in (EmpiricalBayes(moments: proportions)?.intervals() ?? [])
                        .enumerated()
                    {
                        cells.add(interval, truth: rates[cell])
                    }
                    var options = IntervalOptions()
                    (options.draws, options.seed) = (399, UInt64(simulation))
                    for (place, gap) in gaps.enumerated() {
                        let found = GapBounds.of(gap, in: samples, options: options).bounds?.interval
                        let truth = truth(gap, rates, trials)
                        coverages[place].add(found, truth: truth)
                        if place == 0 { excess += (found?.high ?? truth) - truth }
                    }
                }
                table.add(
                    ["\(groups) x \(trials), \(spread.rawValue)"]
                        + coverages.flatMap { [$0.text, $0.aboveText] }
                        + [MarkdownTable.decimals(excess / Double(simulations), 3), cells.text])
            }
        }
        return page(table)
    }

    private static func page(_ table: MarkdownTable) -> String {
        """
        ## Bounds of shrunken gaps, of the variance between groups, of differential fairness

        Per cent of 1,000 simulations in which the bounds hold what they are of, and in which they lie wholly above it.
        `dp_shrunk` by the posterior of the range (399 draws) against the true max-min; `accuracy_variance` by
        noncentral chi-squared against the variance of the true rates; `differential_fairness` by limits of all groups
        together against the log ratio of the true rates, smoothed alike. Rates around 0.3: equal; drawn from a beta
        prior with a standard deviation of 0.06, which is what `dp_shrunk` assumes; or all equal but one, 0.15 lower,
        which is what it does not; then, and where groups are few, its upper bound falls short. The last column: intervals of the shrunken rates of cells (conditional on the
        prior, where the cells vary more than chance), over all cells.

        \(table.text)

        """
    }

    /// How the groups' true rates lie.
    private enum Spread: String, CaseIterable {
        case equal
        case prior = "from a prior"
        case outlier = "one apart"

        func rates(_ groups: Int, _ source: inout RandomSource) -> [Double] {
            switch self {
            case .equal: return Array(repeating: 0.3, count: groups)
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
        default:
            let n = Double(trials)
            let selected = rates.map { Double.log(($0 * n + 0.5) / (n + 1)) }
            let others = rates.map { Double.log(((1 - $0) * n + 0.5) / (n + 1)) }
            return [selected, others].map { ($0.max() ?? 0) - ($0.min() ?? 0) }.max() ?? 0
        }
    }
}
