import Statistics

/// How often a difference is found with as many rows as were planned for it.
enum PowerStudy {
    /// The section of the page.
    static func section() -> String {
        var table = MarkdownTable(["rates", "groups", "planned n", "power, simulated"])
        for (low, high) in [(0.2, 0.25), (0.2, 0.3), (0.2, 0.4), (0.4, 0.5)] {
            let n = Int(SampleSize(low, high).pooled.rounded(.up))
            let power = twoGroups(low, high, n)
            table.add(["\(low) and \(high)", "2", "\(n)", MarkdownTable.percent(power)])
        }
        for (groups, rate, gap) in [(6, 0.25, 0.1), (8, 0.25, 0.1), (8, 0.5, 0.2)] {
            guard let n = RangePower.trials(groups: groups, rate: rate, gap: gap, draws: 2_000) else {
                continue
            }
            let power = manyGroups(GapDesign(groups: groups, rate: rate, gap: gap, trials: n))
            table.add(["\(rate), gap \(gap)", "\(groups)", "\(n)", MarkdownTable.percent(power)])
        }
        return """
            ## Power at the planned number of rows

            Planned for a power of 80 % at alpha = 5 %: two groups by Fleiss' formula, tested with the pooled z test (10,000
            simulations); more groups by simulation of max - min (`RangePower`), tested with the exact permutation test
            (1,000 simulations).

            \(table.text)

            """
    }

    private static func twoGroups(_ low: Double, _ high: Double, _ trials: Int) -> Double {
        var source = RandomSource(seed: UInt64(trials))
        var found = 0
        for _ in 0..<10_000 {
            let one = Proportion(source.binomial(trials, low), of: trials)
            let two = Proportion(source.binomial(trials, high), of: trials)
            if (ProportionTest.pooledZ(one, two)?.p ?? 1) <= 0.05 { found += 1 }
        }
        return Double(found) / 10_000
    }

    private static func manyGroups(_ design: GapDesign) -> Double {
        var source = RandomSource(seed: 12_345)
        var found = 0
        for _ in 0..<1_000 {
            if (RangeNull(design.drawn(&source))?.permutationP ?? 1) <= 0.05 { found += 1 }
        }
        return Double(found) / 1_000
    }
}
