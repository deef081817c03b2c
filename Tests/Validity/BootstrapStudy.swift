import Statistics

/// Coverage of the bootstrap intervals.
enum BootstrapStudy {
    private static let designs = [
        (20, 0.2), (20, 0.5), (100, 0.02), (100, 0.2), (100, 0.5), (1_000, 0.02), (1_000, 0.2), (1_000, 0.5),
    ]
    private static let metrics: [GroupMetric] = [.f1, .brier]

    /// The section of the page.
    static func section() throws -> String {
        try quantities() + centred() + gaps()
    }

    private static func quantities() throws -> String {
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
            the numbers of positives drawn too. Where F1 cannot be computed in more than 5 % of the resamples, or is the same
            in all of them, there is no interval, and the last column counts it. Percentile intervals of few rows are a
            little short: n beside every interval is there to be read.

            \(table.text)

            """
    }

    /// Calibration errors, well calibrated and not, and their gap between groups of different size.
    private static func centred() throws -> String {
        var table = MarkdownTable([
            "n, prevalence", "ece", "wholly above", "length", "mean ece", "true ece", "gap bounds hold",
        ])
        for (n, prevalence) in [(100, 0.2), (100, 0.5), (1_000, 0.2), (1_000, 0.5), (5_000, 0.5)] {
            var source = RandomSource(seed: 5)
            let million = try DrawnScores(1_000_000, positives: Int(1_000_000 * prevalence), &source).sample()
            let truth = million.quantity(.ece15).value ?? .nan
            var (alone, gaps) = (Coverage(), Coverage())
            var sum = 0.0
            let simulations = n > 1_000 ? 200 : 500
            for simulation in 0..<simulations {
                let sample = try DrawnScores(n, positives: source.binomial(n, prevalence), &source).sample()
                sum += sample.quantity(.ece15).value ?? 0
                let options = options(.percentile, simulation)
                alone.add(GroupInterval.of(.ece15, in: sample, options: options).interval, truth: truth)
                let small = try DrawnScores(
                    n / 5, positives: source.binomial(n / 5, prevalence), &source
                ).sample()
                let bounds = GapBounds.of(.eceGap, in: [sample, small], options: options).bounds
                gaps.add(bounds?.interval, truth: 0)
            }
            table.add(
                ["n = \(n), \(prevalence)", alone.text, alone.aboveText, alone.lengthText] + [
                    MarkdownTable.decimals(sum / Double(simulations), 3),
                    MarkdownTable.decimals(truth, 3), gaps.text,
                ])
        }
        return """
            Expected calibration errors, which chance makes too large in few rows; their intervals allow for that
            (`CalibrationInterval`). The last column: bounds of the gap between such a group and one of a fifth of its rows,
            whose true errors are the same. Largest errors of a bin (`mce`) have no interval: the bootstrap, which this page
            once measured, held them 1 to 70 % of the time. 500 simulations (200 at n = 5,000).

            \(table.text)

            """
    }

    /// The difference of two classifiers' gaps on the same images.
    private static func gaps() throws -> String {
        var table = MarkdownTable(["groups x n", "difference of dp", "wholly above", "test at 5 %"])
        for (groups, n) in [(2, 100), (6, 100), (2, 400)] {
            var source = RandomSource(seed: UInt64(groups + n))
            var (coverage, alarms) = (Coverage(), 0)
            for simulation in 0..<400 {
                let tables = try alike(groups, n, &source)
                var options = options(.percentile, simulation)
                options.draws = 299
                let comparison = try ModelComparison(
                    paired: PairedRecords(sameRows: tables[0], tables[1]), by: Grouping(["g"]),
                    options: options)
                let found = comparison.gap(.dp)
                coverage.add(found.interval.interval, truth: 0)
                if (found.test?.p ?? 1) <= 0.05 { alarms += 1 }
            }
            table.add([
                "\(groups) x \(n)", coverage.text, coverage.aboveText,
                MarkdownTable.percent(Double(alarms) / 400),
            ])
        }
        return """
            `compare` of the gaps of two classifiers that differ in nothing, on the same images (gap 0.15, centred intervals
            and paired permutations, 299 draws, 400 simulations):

            \(table.text)

            """
    }

    /// Two classifiers with the same rates in each group, who agree on most images.
    private static func alike(
        _ groups: Int, _ n: Int, _ source: inout RandomSource
    ) throws -> [RecordTable] {
        var (one, two, codes): ([Bool], [Bool], [Int32]) = ([], [], [])
        for row in 0..<groups * n {
            let rate = row < n ? 0.6 : 0.75
            let hits = source.unit() < rate
            one.append(hits)
            two.append(source.unit() < 0.8 ? hits : source.unit() < rate)
            codes.append(Int32(row / n))
        }
        let column = AttributeColumn(name: "g", levels: (0..<groups).map { "\($0)" }, codes: codes)
        return try [one, two].map {
            try RecordTable(labels: codes.map { _ in true }, decisions: $0, attributes: [column])
        }
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
