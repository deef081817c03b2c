import Testing

@testable import Statistics

@Suite struct GroupIntervalTests {
    @Test(
        "every quantity that has a value has an interval that holds it, but for those that none is known of",
        arguments: GroupMetric.allCases, IntervalOptions.Bootstrap.allCases)
    func allQuantities(metric: GroupMetric, bootstrap: IntervalOptions.Bootstrap) throws {
        let group = try DrawnRows(300, seed: 9).groups()[0]
        var options = IntervalOptions()
        options.draws = 999
        options.bootstrap = bootstrap
        let outcome = GroupInterval.of(metric, in: group, options: options)
        guard metric.hasInterval, metric != .meanLogDeviation else {
            #expect(outcome.reason == (metric.hasInterval ? .zeroValue : .noInterval))
            return
        }
        let interval = try #require(outcome.interval)
        let value = try #require(group.quantity(metric).value)
        #expect(interval.low < interval.high)
        #expect(interval.low <= value && value <= interval.high)
    }

    @Test("an area's interval on the logit scale, as worked out by hand")
    func logit() throws {
        let interval = AreaComparison.interval(area: 0.8, variance: 0.0025, scale: .logit)
        #expect((interval.low - 0.684_343_549_345_463).magnitude < 1e-12)
        #expect((interval.high - 0.880_669_252_726_959_5).magnitude < 1e-12)
        #expect(interval.method == "delong logit")
        #expect(AreaComparison.interval(area: 1, variance: 0, scale: .logit).method == "degenerate")
    }

    @Test("on request proportions and areas are resampled too", arguments: [GroupMetric.accuracy, .auroc])
    func resampled(metric: GroupMetric) throws {
        let group = try DrawnRows(400, seed: 11).groups()[0]
        var options = IntervalOptions()
        let closed = try #require(GroupInterval.of(metric, in: group, options: options).interval)
        options.resamplesAll = true
        let drawn = try #require(GroupInterval.of(metric, in: group, options: options).interval)
        #expect(drawn.method == "bootstrap percentile" && drawn.draws == options.draws)
        #expect((drawn.low - closed.low).magnitude < 0.02 && (drawn.high - closed.high).magnitude < 0.02)
    }

    @Test("the resampled interval of a mean agrees with the normal one, and BCa is nearly percentile")
    func mean() throws {
        let group = try DrawnRows(1_200, seed: 10).groups()[1]
        let interval = try #require(GroupInterval.of(.brier, in: group).interval)
        let terms = try #require(group.scores).indices.map { row in
            Sample.term(.brier, score: group.scores?[row] ?? 0, label: Double(group.labels[row]))
        }
        let mean = terms.reduce(0, +) / Double(terms.count)
        let variance = terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(terms.count)
        let half = 1.96 * (variance / Double(terms.count)).squareRoot()
        #expect((interval.low - (mean - half)).magnitude < 0.1 * half)
        #expect((interval.high - (mean + half)).magnitude < 0.1 * half)
    }

    @Test("the same seed gives the same interval, another seed another")
    func seeds() throws {
        let group = try DrawnRows(200, seed: 12).groups()[0]
        var options = IntervalOptions()
        let first = GroupInterval.of(.f1, in: group, options: options)
        #expect(first == GroupInterval.of(.f1, in: group, options: options))
        options.seed = 1
        #expect(first != GroupInterval.of(.f1, in: group, options: options))
        #expect(first.interval?.draws == 1_999 && first.interval?.seed == 0)
    }

    @Test("a quantity that is undefined keeps its reason, weights are refused")
    func undefined() {
        let group = Sample(counts: Confusion(tp: 3, fp: 0, tn: 0, fn: 2))
        #expect(GroupInterval.of(.fpr, in: group).reason == .noNegatives)
        #expect(GroupInterval.of(.auroc, in: group).reason == .noScores)
        let weighted = Sample(labels: [1, 0], decisions: [1, 0], scores: nil, weights: [1, 2])
        #expect(GroupInterval.of(.accuracy, in: weighted).reason == .weighted)
    }

    @Test("resamples that are often undefined give no interval")
    func rarePositives() {
        let group = Sample(counts: Confusion(tp: 1, fp: 0, tn: 50, fn: 0))
        #expect(GroupInterval.of(.f1, in: group).reason == .replicatesUndefined)
    }
}
