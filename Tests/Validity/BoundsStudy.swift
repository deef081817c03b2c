import Statistics

/// Whether the bounds of a gap hold, and how often gates on them are wrong.
enum BoundsStudy {
    /// The section of the page.
    static func section() throws -> String {
        try proportions() + extremes() + losses()
    }

    private static func proportions() -> String {
        var table = MarkdownTable([
            "groups x n, true gap", "bounds hold", "passes wrongly", "fails wrongly", "mean upper - gap",
        ])
        for (groups, trials) in [(2, 100), (2, 1_000), (6, 100), (8, 100), (8, 1_200), (96, 100)] {
            for gap in [0, 0.1, 0.3] {
                let design = GapDesign(groups: groups, rate: 0.3, gap: gap, trials: trials)
                var source = RandomSource(seed: UInt64(groups) &* 10_000 &+ UInt64(trials))
                var coverage = Coverage()
                var (passes, fails, excess) = (0, 0, 0.0)
                let simulations = groups > 50 ? 1_000 : 4_000
                for _ in 0..<simulations {
                    let bounds = GapBounds.of(.dp, in: GapDesign.samples(design.drawn(&source))).bounds
                    coverage.add(bounds?.interval, truth: design.gap)
                    excess += (bounds?.interval.high ?? 0) - design.gap
                    // The least limit that the truth breaks, and the largest that it keeps.
                    if let interval = bounds?.interval, interval.high < design.gap { passes += 1 }
                    if let interval = bounds?.interval, interval.low > design.gap { fails += 1 }
                }
                let shares = [passes, fails].map { MarkdownTable.percent(Double($0) / Double(simulations)) }
                table.add(
                    ["\(groups) x \(trials), \(gap)", coverage.text] + shares
                        + [MarkdownTable.decimals(excess / Double(simulations), 3)])
            }
        }
        return """
            ## Bounds of max - min, and the gates on them

            `require upper(dp by g) <= x` passes wrongly when the true gap is a hair above x and the upper bound still below
            it; `require lower(dp by g) <= x` fails wrongly when the true gap is x and the lower bound above it. Neither may
            pass 5 % but for simulation error. Per cent of 4,000 simulations (1,000 with 96 groups), rates around 0.3, Newcombe's limits of all pairs
            at Bonferroni's level. The last column is the price: how far the upper bound lies above the true gap on average.

            \(table.text)

            """
    }

    /// Bounds of extremes and ratios over the groups, from limits of all groups together.
    private static func extremes() -> String {
        let forms: [(String, MetricRequest.Extreme)] = [("min", .min), ("max", .max), ("mean", .mean)]
        var table = MarkdownTable(["groups x n, gap"] + forms.map(\.0) + ["ratio"])
        for (groups, trials) in [(2, 100), (6, 100), (8, 1_200)] {
            for gap in [0, 0.3] {
                let design = GapDesign(groups: groups, rate: 0.4, gap: gap, trials: trials)
                var source = RandomSource(seed: UInt64(groups) &* 77 &+ UInt64(trials))
                var coverages = forms.map { _ in Coverage() }
                var ratio = Coverage()
                let (low, high) = (design.rates.min() ?? 0, design.rates.max() ?? 0)
                let truths = [low, high, design.rates.reduce(0, +) / Double(groups)]
                for _ in 0..<2_000 {
                    let samples = GapDesign.samples(design.drawn(&source))
                    for (place, form) in forms.enumerated() {
                        let found = GapBounds.of(form.1, .accuracy, in: samples).bounds?.interval
                        coverages[place].add(found, truth: truths[place])
                    }
                    ratio.add(
                        GapBounds.of(.ratio(of: .accuracy), in: samples).bounds?.interval, truth: low / high)
                }
                table.add(["\(groups) x \(trials), \(gap)"] + coverages.map(\.text) + [ratio.text])
            }
        }
        return """
            How often bounds of extremes, of the mean over groups and of min/max hold (Wilson's limits of all groups at
            Bonferroni's level, the mean by the square-and-add rule; 2,000 simulations):

            \(table.text)

            """
    }

    /// The bounds by the studentised bootstrap: groups that differ in their Brier score.
    private static func losses() throws -> String {
        var table = MarkdownTable(["groups x n", "bounds hold", "passes wrongly", "fails wrongly"])
        for (groups, trials) in [(2, 100), (6, 100), (6, 400)] {
            var source = RandomSource(seed: UInt64(groups + trials))
            var coverage = Coverage()
            var (passes, fails) = (0, 0)
            for simulation in 0..<600 {
                var options = IntervalOptions()
                options.draws = 999
                options.seed = UInt64(simulation)
                var samples: [Sample] = []
                for _ in 0..<groups {
                    samples.append(try DrawnScores(trials, positives: trials / 3, &source).sample())
                }
                let interval = GapBounds.of(.brierGap, in: samples, options: options).bounds?.interval
                coverage.add(interval, truth: 0)
                if let interval, interval.high < 0 { passes += 1 }
                if let interval, interval.low > 0 { fails += 1 }
            }
            let shares = [passes, fails].map { MarkdownTable.percent(Double($0) / 600) }
            table.add(["\(groups) x \(trials)", coverage.text] + shares)
        }
        return """
            The same for a gap of Brier scores between equal groups (bootstrap of the largest studentised deviation), 600
            simulations with 999 resamples each:

            \(table.text)

            """
    }
}
