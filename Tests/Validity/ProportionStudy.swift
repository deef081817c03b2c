import Statistics

/// Coverage of the intervals that are made of counts.
enum ProportionStudy {
    private static let designs = [20, 100, 1_000].flatMap { n in [0.02, 0.2, 0.5].map { (n, $0) } }

    /// The section of the page.
    static func section() -> String {
        single() + differences()
    }

    /// One proportion: the coverage is computed, not simulated.
    private static func single() -> String {
        var table = MarkdownTable(["n, p"] + ProportionInterval.allCases.map(\.rawValue))
        for (n, p) in designs {
            let coverages = ProportionInterval.allCases.map { method in
                (0...n).reduce(0.0) { sum, k in
                    guard let interval = method(Proportion(k, of: n)), interval.low <= p, p <= interval.high
                    else { return sum }
                    return sum + mass(k, n, p)
                }
            }
            table.add(["n = \(n), p = \(p)"] + coverages.map(MarkdownTable.percent))
        }
        return """
            ## Intervals of one proportion

            Coverage in per cent, exactly, by enumeration. Clopper-Pearson promises never to fall below 95; the others
            promise 95 on average over p, and swing around it at small n p.

            \(table.text)

            """
    }

    private static func mass(_ k: Int, _ n: Int, _ p: Double) -> Double {
        // P(X <= k) as a beta tail.
        func below(_ k: Int) -> Double {
            if k < 0 { return 0 }
            return k >= n ? 1 : 1 - BetaDistribution(Double(k) + 1, Double(n - k)).probability(below: p)
        }
        return below(k) - below(k - 1)
    }

    /// Differences: two groups (p and p + 0.1), two classifiers on the same images, a group and everybody.
    private static func differences() -> String {
        var table = MarkdownTable(["n, p", "two groups", "same images", "group to overall"])
        for (n, p) in designs {
            var source = RandomSource(seed: UInt64(n) &* 1_000 &+ UInt64(1_000 * p))
            var (groups, paired, overall) = (Coverage(), Coverage(), Coverage())
            for _ in 0..<10_000 {
                let one = Proportion(source.binomial(n, p + 0.1), of: n)
                let two = Proportion(source.binomial(n, p), of: n)
                groups.add(DifferenceInterval.newcombe(one, two), truth: 0.1)
                paired.add(pairedTable(n, p, &source).interval(), truth: 0.1)
                overall.add(toOverall(one, two), truth: 0.05)
            }
            table.add(["n = \(n), p = \(p)", groups.text, paired.text, overall.text])
        }
        return """
            ## Differences of proportions

            Coverage in per cent, 10,000 simulations each. Two groups of n with rates p + 0.1 and p (Newcombe); two
            classifiers with these rates on the same n images, where the better one gets all that the other gets but
            a tenth (Newcombe, paired); the first of the two groups against both together.

            \(table.text)

            """
    }

    private static func pairedTable(_ n: Int, _ p: Double, _ source: inout RandomSource) -> McNemar {
        let second = source.binomial(n, p)
        let both = source.binomial(second, 0.9)
        // The first classifier's other successes, so that its rate is p + 0.1.
        let onlyFirst = source.binomial(n - second, (0.1 + 0.1 * p) / (1 - p))
        return McNemar(
            both: both, onlyFirst: onlyFirst, onlySecond: second - both, neither: n - second - onlyFirst)
    }

    private static func toOverall(_ one: Proportion, _ two: Proportion) -> Interval? {
        let groups = [one, two].map { proportion in
            Array(repeating: true, count: proportion.successes)
                + Array(repeating: false, count: proportion.trials - proportion.successes)
        }
        let codes = groups.enumerated().flatMap { place, rows in
            Array(repeating: Int32(place), count: rows.count)
        }
        let decisions = groups.joined().map { $0 }
        let column = AttributeColumn(name: "group", levels: ["a", "b"], codes: codes)
        let table = try? RecordTable(
            labels: decisions.map { _ in true }, decisions: decisions, attributes: [column])
        guard let records = try? table?.grouped(by: Grouping(["group"])) else { return nil }
        return ReferenceDifference.all(.accuracy, in: records, to: .overall)[0].interval.interval
    }
}
