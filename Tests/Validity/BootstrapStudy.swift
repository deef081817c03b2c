import Statistics

/// Coverage of the bootstrap intervals.
enum BootstrapStudy {
    private static let designs = [
        (20, 0.2), (20, 0.5), (100, 0.02), (100, 0.2), (100, 0.5), (1_000, 0.02), (1_000, 0.2), (1_000, 0.5),
    ]
    private static let metrics: [GroupMetric] = [.f1, .brier]

    /// The section of the page.
    static func section() throws -> String {
        var table = MarkdownTable(
            ["n, prevalence"] + metrics.flatMap { ["\($0.rawValue) percentile", "\($0.rawValue) bca"] }
                + ["f1 undefined"])
        for (n, prevalence) in designs {
            let truth = try truths(prevalence)
            var coverages = [[Coverage]](
                repeating: [Coverage(), Coverage()], count: metrics.count)
            var source = RandomSource(seed: UInt64(n) &* 31 &+ UInt64(1_000 * prevalence))
            for simulation in 0..<1_000 {
                let positives = source.binomial(n, prevalence)
                let sample = try DrawnScores(n, positives: positives, &source).sample()
                for (metric, truth) in zip(metrics.indices, truth) {
                    for (kind, bootstrap) in IntervalOptions.Bootstrap.allCases.enumerated() {
                        let interval = GroupInterval.of(
                            metrics[metric], in: sample, options: options(bootstrap, simulation))
                        coverages[metric][kind].add(interval.interval, truth: truth)
                    }
                }
            }
            let undefined = coverages[0][0].undefinedText
            table.add(["n = \(n), \(prevalence)"] + coverages.flatMap { $0.map(\.text) } + [undefined])
        }
        return """
            ## Bootstrap intervals

            Coverage in per cent, 1,000 simulations with 999 resamples each. F1 (of counts) and the Brier score (of scores),
            the numbers of positives drawn too. Where F1 cannot be computed in more than 5 % of the resamples there is no
            interval, and the last column counts it. Both kinds fall short in small groups with rare positives: n beside
            every interval is there to be read.

            \(table.text)

            """
    }

    private static func options(_ bootstrap: IntervalOptions.Bootstrap, _ seed: Int) -> IntervalOptions {
        var options = IntervalOptions()
        options.bootstrap = bootstrap
        options.draws = 999
        options.seed = UInt64(seed)
        return options
    }

    /// The quantities of a population, from a million rows.
    private static func truths(_ prevalence: Double) throws -> [Double] {
        var source = RandomSource(seed: 4)
        let sample = try DrawnScores(1_000_000, positives: Int(1_000_000 * prevalence), &source).sample()
        return metrics.map { sample.quantity($0).value ?? .nan }
    }
}
