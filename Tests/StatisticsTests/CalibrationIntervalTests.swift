import Testing

@testable import Statistics

/// Intervals of calibration errors, which chance makes too large.
@Suite struct CalibrationIntervalTests {
    /// Rows whose probabilities are right, or too high by `excess`.
    private func rows(_ count: Int, excess: Double = 0, seed: UInt64) throws -> Sample {
        var source = RandomSource(seed: seed)
        let scores = (0..<count).map { _ in excess + (1 - excess) * source.unit() }
        let labels = scores.map { source.unit() < ($0 - excess) / (1 - excess) }
        let table = try RecordTable(labels: labels, scores: scores, attributes: [])
        return try table.grouped(by: Grouping([])).everybody
    }

    @Test("probabilities that are right have an interval that reaches 0", arguments: [60, 400, 3_000])
    func right(count: Int) throws {
        let sample = try rows(count, seed: 5)
        let found = try #require(GroupInterval.of(.ece15, in: sample).interval)
        #expect(found.low == 0)
        #expect(found.high >= sample.quantity(.ece15).value ?? 1)
        #expect(found.method == "bootstrap calibration" && found.draws == 1_999)
    }

    @Test("probabilities that are wrong have one that does not, and holds by how much")
    func wrong() throws {
        let sample = try rows(3_000, excess: 0.3, seed: 6)
        let found = try #require(GroupInterval.of(.ece15, in: sample).interval)
        // The mean of 0.3 (1 - s) / 0.7 over scores from 0.3 to 1.
        #expect(found.low > 0.05 && found.low < 0.15 && found.high > 0.15 && found.high < 0.2)
    }

    @Test("the gap between a large and a small group that are both right is not called sure")
    func gap() throws {
        let groups = [try rows(3_000, seed: 7), try rows(40, seed: 8)]
        let gap = try #require(GapMetric.eceGap.value(in: groups).value)
        let bounds = try #require(GapBounds.of(.eceGap, in: groups).bounds)
        #expect(gap > 0.05)
        #expect(bounds.interval.low == 0 && bounds.interval.high >= gap)
        #expect(bounds.widest == [1, 0])
    }

    @Test("the largest error of a bin has no interval, in any form")
    func largest() throws {
        let groups = [try rows(300, seed: 9), try rows(90, seed: 10)]
        #expect(GroupInterval.of(.mce15, in: groups[0]).reason == .noInterval)
        #expect(GapBounds.of(.difference(of: .mce10), in: groups).reason == .noInterval)
        #expect(GapBounds.of(.max, .mce15, in: groups).reason == .noInterval)
    }
}
