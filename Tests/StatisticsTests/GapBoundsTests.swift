import Testing

@testable import Statistics

@Suite struct GapBoundsTests {
    private func sample(_ successes: Int, _ trials: Int) -> Sample {
        Sample(counts: Confusion(tp: successes, fp: 0, tn: 0, fn: trials - successes))
    }

    @Test("two groups: the bounds are Newcombe's interval itself")
    func twoGroups() throws {
        let bounds = try #require(GapBounds.of(.dp, in: [sample(56, 70), sample(48, 80)]).bounds)
        // Newcombe 1998 (Statistics in Medicine 17:873), example (a), method 10.
        #expect((bounds.interval.low - 0.0524).magnitude < 5e-5)
        #expect((bounds.interval.high - 0.3339).magnitude < 5e-5)
        #expect(bounds.comparisons == 1)
        #expect(bounds.widest == [0, 1])
        #expect(bounds.interval.method == "newcombe bonferroni")
    }

    @Test("many groups: the ends are the extremes of all pairs' intervals at a shared level")
    func manyGroups() throws {
        let groups = [(30, 100), (35, 90), (52, 110), (20, 80)]
        let bounds = try #require(GapBounds.of(.dp, in: groups.map(sample)).bounds)
        let level = 1 - 0.05 / 6
        var (low, high) = (0.0, 0.0)
        for one in groups {
            for two in groups where one != two {
                let interval = try #require(
                    DifferenceInterval.newcombe(
                        Proportion(one.0, of: one.1), Proportion(two.0, of: two.1), level: level))
                (low, high) = (max(low, interval.low), max(high, interval.high))
            }
        }
        #expect((bounds.interval.low - low).magnitude < 1e-12)
        #expect((bounds.interval.high - high).magnitude < 1e-12)
        #expect(bounds.comparisons == 6)
        #expect(bounds.widest == [2, 3])
    }

    private static let boundless: [GapMetric] = [.difference(of: .mce15), .ratio(of: .mce10)]

    @Test("what no method bounds has no bounds, and says so", arguments: boundless)
    func unbounded(gap: GapMetric) throws {
        #expect(GapBounds.of(gap, in: try DrawnRows(60, seed: 8).groups()) == .undefined(.noInterval))
    }

    @Test(
        "the bounds hold the gap, and the lower one is never below 0",
        arguments: GapMetric.allCases + [
            .ratio(of: .auroc), .ratio(of: .f1),
        ])
    func holdsGap(gap: GapMetric) throws {
        let groups = try DrawnRows(600, seed: 8).groups()
        var options = IntervalOptions()
        options.draws = 399
        let bounds = try #require(GapBounds.of(gap, in: groups, options: options).bounds)
        let found = try #require(gap.value(in: groups).value)
        // A variance between groups that came out negative is read as 0.
        let value = gap == .accuracyVariance ? max(0, found) : found
        #expect(bounds.interval.low >= 0)
        #expect(bounds.interval.low <= value && value <= bounds.interval.high)
    }

    @Test("groups that are equal but for noise have a lower bound of 0; an equal gap is never excluded")
    func equalGroups() throws {
        let bounds = try #require(
            GapBounds.of(.dp, in: [sample(20, 100), sample(25, 100), sample(22, 100)]).bounds)
        #expect(bounds.interval.low == 0)
    }

    @Test("a perfect ranking of few rows is not taken as sure")
    func perfectArea() throws {
        func group(_ positives: Int, _ negatives: Int, _ wins: Bool) -> Sample {
            let labels = Array(repeating: Int8(0), count: negatives) + Array(repeating: 1, count: positives)
            let scores = labels.indices.map { Double($0) / 100 }
            return Sample(labels: wins ? labels : labels.reversed(), decisions: labels, scores: scores)
        }
        let bounds = try #require(GapBounds.of(.aucGap, in: [group(5, 5, true), group(6, 9, true)]).bounds)
        #expect(bounds.interval.low == 0)
        #expect(bounds.interval.high > 0.3)
    }

    @Test("groups without a value are left out; fewer than two are no gap; weights have no bounds")
    func undefined() throws {
        let empty = Sample(counts: Confusion())
        #expect(GapBounds.of(.dp, in: [sample(1, 2), empty]).reason == .fewerThanTwoGroups)
        #expect(GapBounds.of(.dp, in: [sample(1, 2), empty, sample(2, 3)]).bounds?.widest == [2, 0])
        let weighted = Sample(labels: [1], decisions: [1], scores: [0.5], weights: [2])
        #expect(GapBounds.of(.dp, in: [weighted, weighted]).reason == .weighted)
        #expect(
            GapBounds.of(.worst, .selectionRate, in: [sample(1, 2), sample(1, 2)]).reason == .noDirection)
    }

    @Test("the extremes of groups: every group's interval at a shared level")
    func extremes() throws {
        let groups = [sample(30, 100), sample(60, 120)]
        let worst = try #require(GapBounds.of(.worstGroup, in: groups).bounds)
        let level = 1 - 0.05 / 2
        let low = try #require(ProportionInterval.wilson(Proportion(30, of: 100), level: level))
        #expect((worst.interval.low - low.low).magnitude < 1e-12)
        #expect((worst.interval.high - low.high).magnitude < 1e-12)
        let mean = try #require(GapBounds.of(.mean, .accuracy, in: groups).bounds)
        #expect(mean.interval.low < 0.4 && mean.interval.high > 0.4)
    }

    @Test(
        "a claim of equivalence has three outcomes",
        arguments: [(0.01, EquivalenceVerdict.fail), (0.05, .inconclusive), (0.4, .pass)])
    func verdict(margin: Double, expected: EquivalenceVerdict) {
        let interval = Interval(low: 0.02, high: 0.3, level: 0.95, method: "newcombe")
        #expect(EquivalenceVerdict(interval, within: margin) == expected)
    }
}
