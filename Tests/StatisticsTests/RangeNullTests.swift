import Statistics
import Testing

@Suite struct RangeNullTests {
    /// P(max - min >= observed) by enumerating every way to give `total` successes to the groups.
    private func enumerated(_ groups: [Proportion]) -> Double {
        let trials = groups.map(\.trials)
        let total = groups.reduce(0) { $0 + $1.successes }
        let rates = groups.compactMap(\.rate)
        let observed = (rates.max() ?? 0) - (rates.min() ?? 0)
        var (all, far) = (0.0, 0.0)
        func visit(_ group: Int, _ rest: Int, _ ways: Double, _ low: Double, _ high: Double) {
            guard group < trials.count else {
                guard rest == 0 else { return }
                all += ways
                if high - low >= observed - 1e-12 { far += ways }
                return
            }
            for count in 0...min(trials[group], rest) {
                let rate = Double(count) / Double(trials[group])
                visit(
                    group + 1, rest - count, ways * choose(trials[group], count), min(low, rate),
                    max(high, rate))
            }
        }
        visit(0, total, 1, 1, 0)
        return far / all
    }

    private func choose(_ n: Int, _ k: Int) -> Double {
        (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }

    @Test(
        "the exact permutation p is the share of all tables at least as far apart",
        arguments: [
            [(1, 4), (3, 5), (2, 6)], [(0, 3), (3, 3)], [(2, 7), (2, 7), (5, 7), (1, 7)], [(9, 10), (1, 2)],
            [(1, 1), (0, 1), (1, 1)], [(6, 11), (2, 13), (4, 5)],
        ])
    func enumeration(groups: [(Int, Int)]) throws {
        let proportions = groups.map { Proportion($0.0, of: $0.1) }
        let null = try #require(RangeNull(proportions))
        #expect((null.permutationP - enumerated(proportions)).magnitude < 1e-11)
    }

    @Test("the order of the groups does not matter, and empty groups take no part")
    func order() throws {
        let groups = [
            Proportion(3, of: 10), Proportion(9, of: 12), Proportion(0, of: 0), Proportion(4, of: 7),
        ]
        let null = try #require(RangeNull(groups))
        let other = try #require(RangeNull([groups[3], groups[1], groups[0]]))
        #expect(null.permutationP == other.permutationP)
        #expect(null.expected == other.expected)
    }

    @Test("equal rates, or none or all successes, give p = 1", arguments: [(0, 0), (5, 5), (10, 10)])
    func equality(first: Int, second: Int) throws {
        let null = try #require(RangeNull([Proportion(first, of: 10), Proportion(second, of: 10)]))
        #expect(null.permutationP == 1)
    }

    @Test("a p-value too small to resolve is reported as the resolution, never as 0")
    func tiny() throws {
        let null = try #require(RangeNull([Proportion(0, of: 1_000), Proportion(1_000, of: 1_000)]))
        #expect(null.permutationP > 0)
        #expect(null.permutationP <= 1e-12)
    }

    @Test("fewer than two groups with rows have no range")
    func tooFew() {
        #expect(RangeNull([Proportion(1, of: 2), Proportion(0, of: 0)]) == nil)
    }

    @Test("the quantile is a gap that groups can have, and few pass it")
    func quantile() throws {
        let null = try #require(RangeNull(Array(repeating: Proportion(5, of: 24), count: 8)))
        let quantile = null.quantile(0.95)
        #expect((quantile * 24 - (quantile * 24).rounded()).magnitude < 1e-9)
        #expect(RangeNull.tail(trials: Array(repeating: 24, count: 8), rate: 5.0 / 24, gap: quantile) > 0.05)
        #expect(
            RangeNull.tail(trials: Array(repeating: 24, count: 8), rate: 5.0 / 24, gap: quantile + 0.04)
                <= 0.05)
    }

    @Test(
        "thousands of rows neither overflow nor underflow",
        arguments: [
            Array(repeating: 1_200, count: 8), (0..<8).map { 1_180 + 7 * $0 },
            Array(repeating: 100, count: 96),
            [4_000, 9_000],
        ])
    func large(trials: [Int]) throws {
        let groups = trials.enumerated().map { Proportion($1 * (36 + $0 % 5) / 100, of: $1) }
        let null = try #require(RangeNull(groups))
        #expect(null.permutationP > 0 && null.permutationP <= 1)
        #expect((null.permutationP - null.binomialTail).magnitude < 0.1)
    }
}
