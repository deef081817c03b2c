import Statistics
import Testing

@Suite struct GapMetricTests {
    private static let groups = [(30, 100), (35, 90), (52, 110), (20, 80)].map { right, rows in
        Sample(counts: Confusion(tp: right, fp: 0, tn: 0, fn: rows - right))
    }

    @Test("every name of its own leads back to its comparison", arguments: GapMetric.allCases)
    func names(gap: GapMetric) {
        #expect(GapMetric(name: gap.name) == gap)
    }

    @Test("a difference and a ratio of any quantity: by their own names where they have some")
    func generic() {
        #expect(GapMetric.difference(of: .accuracy) == .dp)
        #expect(GapMetric.difference(of: .tpr) == .equalOpportunity)
        #expect(GapMetric.ratio(of: .selectionRate) == .demographicParityRatio)
        #expect(GapMetric.difference(of: .mcc).name == "difference(mcc)")
        #expect(GapMetric.ratio(of: .accuracy).title == "ratio(accuracy) (min/max accuracy)")
    }

    @Test("a ratio is the smallest over the largest, and its bounds hold it")
    func ratio() throws {
        let gap = GapMetric.ratio(of: .accuracy)
        let value = try #require(gap.value(in: Self.groups).value)
        #expect((value - (20.0 / 80) / (52.0 / 110)).magnitude < 1e-12)
        let bounds = try #require(GapBounds.of(gap, in: Self.groups).bounds?.interval)
        #expect(bounds.low < value && value < bounds.high && bounds.high <= 1)
    }

    @Test("a ratio of what may be negative has no bounds where the smallest may be")
    func negative() {
        let groups = [Confusion(tp: 6, fp: 5, tn: 5, fn: 4), Confusion(tp: 9, fp: 1, tn: 9, fn: 1)]
        let bounds = GapBounds.of(.ratio(of: .mcc), in: groups.map { Sample(counts: $0) })
        #expect(bounds == .undefined(.noInterval))
    }

    @Test("dp shrunk lies below dp, and is 0 where groups vary no more than chance gives")
    func shrunken() throws {
        let raw = try #require(GapMetric.dp.value(in: Self.groups).value)
        let drawn = GapMetric.dpShrunk.result(in: Self.groups)
        let value = try #require(drawn.value.value)
        #expect(0 < value && value < raw)
        #expect(drawn.highest == [2] && drawn.lowest == [3])
        let alike = [10, 11, 10, 9].map { Sample(counts: Confusion(tp: $0, fp: 0, tn: 0, fn: 20 - $0)) }
        #expect(GapMetric.dpShrunk.value(in: alike) == .value(0))
    }

    @Test("differential fairness names the two groups that attain it")
    func logRatio() throws {
        let found = GapMetric.differentialFairness.result(in: Self.groups)
        let expected = try #require(
            DifferentialFairness(
                [(30, 100), (35, 90), (52, 110), (20, 80)].map { Proportion($0.0, of: $0.1) }))
        #expect(found.value == .value(expected.epsilon))
        #expect(found.highest == [2] && found.lowest == [3])
    }

    @Test("the variance between groups may be negative, and needs two rows a group")
    func variance() throws {
        let alike = [10, 10, 10].map { Sample(counts: Confusion(tp: $0, fp: 0, tn: 0, fn: 10)) }
        #expect(try #require(GapMetric.accuracyVariance.value(in: alike).value) < 0)
        let single = alike + [Sample(counts: Confusion(tp: 1, fp: 0, tn: 0, fn: 0))]
        #expect(GapMetric.accuracyVariance.value(in: single) == .undefined(.oneRow))
    }

    @Test("equalized odds lists the groups that lack either rate")
    func incomplete() {
        let groups = [
            Confusion(tp: 5, fp: 1, tn: 9, fn: 5), Confusion(tp: 9, fp: 5, tn: 5, fn: 1),
            Confusion(tp: 4, fp: 0, tn: 0, fn: 4), Confusion(tp: 0, fp: 2, tn: 7, fn: 0),
        ]
        let found = GapMetric.equalizedOdds.result(in: groups.map { Sample(counts: $0) })
        #expect(found.undefined == [2, 3])
        #expect(found.used == [0, 1])
    }

    @Test("with fewer than two groups every comparison is undefined", arguments: GapMetric.allCases)
    func oneGroup(gap: GapMetric) {
        let rows = Sample(counts: Confusion(tp: 5, fp: 3, tn: 4, fn: 2))
        #expect(gap.value(in: [rows, Sample(counts: Confusion())]) == .undefined(.fewerThanTwoGroups))
    }
}
