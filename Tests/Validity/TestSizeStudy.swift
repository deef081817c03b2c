import Statistics

/// How often the tests of a gap call equal groups unequal.
enum TestSizeStudy {
    /// The section of the page.
    static func section() throws -> String {
        try exact() + drawn()
    }

    private static func exact() -> String {
        var table = MarkdownTable(["groups x n", "p = 0.02", "p = 0.2", "p = 0.5"])
        for (groups, trials) in [
            (2, 20), (2, 100), (2, 1_000), (6, 100), (8, 100), (8, 1_200), (96, 20), (96, 100),
        ] {
            let shares = [0.02, 0.2, 0.5].map { rate in size(groups, trials, rate) }
            table.add(["\(groups) x \(trials)"] + shares.map(MarkdownTable.percent))
        }
        return """
            ## Size of the exact permutation test of max - min

            Per cent of equal groups that are called unequal at alpha = 5 %; 4,000 simulations (1,000 with 96 groups and
            with 1,200 rows). An exact test never exceeds alpha but for simulation error (0.7 or 1.4 points, two standard
            errors), and falls below it where few gaps can occur at all.

            \(table.text)

            """
    }

    private static func size(_ groups: Int, _ trials: Int, _ rate: Double) -> Double {
        let design = GapDesign(groups: groups, rate: rate, gap: 0, trials: trials)
        var source = RandomSource(seed: UInt64(groups) &* 7_919 &+ UInt64(trials) &+ UInt64(1_000 * rate))
        let simulations = groups > 50 || trials > 1_000 ? 1_000 : 4_000
        var known: [[Int]: Bool] = [:]
        var alarms = 0
        for _ in 0..<simulations {
            let proportions = design.drawn(&source)
            let counts = proportions.map(\.successes)
            let key = [counts.reduce(0, +), (counts.max() ?? 0) - (counts.min() ?? 0)]
            let isAlarm = known[key] ?? ((RangeNull(proportions)?.permutationP ?? 1) <= 0.05)
            known[key] = isAlarm
            if isAlarm { alarms += 1 }
        }
        return Double(alarms) / Double(simulations)
    }

    private static func drawn() throws -> String {
        let gaps: [GapMetric] = [.aucGap, .f1Gap, .equalizedOdds, .brierGap]
        var table = MarkdownTable(["groups x n"] + gaps.map(\.name))
        for (groups, trials) in [(2, 60), (6, 60)] {
            var alarms = [Int](repeating: 0, count: gaps.count)
            var source = RandomSource(seed: UInt64(groups))
            for simulation in 0..<1_000 {
                var samples: [Sample] = []
                for _ in 0..<groups {
                    samples.append(try DrawnScores(trials, positives: trials / 3, &source).sample())
                }
                for (place, gap) in gaps.enumerated() {
                    let test = MonteCarloGap(gap, of: samples, draws: 199, seed: UInt64(simulation))
                    if (test?.p ?? 1) <= 0.05 { alarms[place] += 1 }
                }
            }
            table.add(["\(groups) x \(trials)"] + alarms.map { MarkdownTable.percent(Double($0) / 1_000) })
        }
        return """
            The same for gaps without an exact test (drawn permutations, 199 each, 1,000 simulations):

            \(table.text)

            """
    }
}
