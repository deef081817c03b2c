import Statistics
import Testing

@Suite struct RangePowerTests {
    @Test("equal groups are found unequal no more often than alpha", arguments: [2, 8])
    func size(groups: Int) throws {
        let rates = Array(repeating: 0.3, count: groups)
        let found = try #require(RangePower(rates: rates, trials: Array(repeating: 200, count: groups)))
        #expect(found.power <= 0.05 + 3 * 0.0035)
        #expect(found.power > 0.015)
    }

    @Test("two groups of the size that Fleiss' formula gives are found with about its power")
    func twoGroups() throws {
        let trials = Int(SampleSize(0.2, 0.3).pooled.rounded(.up))
        let found = try #require(RangePower(rates: [0.2, 0.3], trials: [trials, trials]))
        #expect((found.power - 0.8).magnitude < 0.03)
    }

    @Test("more groups need more rows for the same gap, and the planned number is enough")
    func planned() throws {
        let two = try #require(RangePower.trials(groups: 2, rate: 0.25, gap: 0.1, draws: 1_000))
        let eight = try #require(RangePower.trials(groups: 8, rate: 0.25, gap: 0.1, draws: 1_000))
        #expect((250...340).contains(two))
        #expect(eight > two)
        let rates = [0.2, 0.3] + Array(repeating: 0.25, count: 6)
        let found = try #require(
            RangePower(rates: rates, trials: Array(repeating: eight, count: 8), draws: 1_000))
        #expect(found.power >= 0.8)
    }

    @Test("a gap that leaves 0..1 cannot be planned")
    func impossible() {
        #expect(RangePower.trials(groups: 2, rate: 0.02, gap: 0.1) == nil)
        #expect(RangePower(rates: [0.5], trials: [10]) == nil)
    }
}
