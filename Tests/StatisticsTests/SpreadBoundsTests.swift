import RealModule
import Testing

@testable import Statistics

/// Bounds of the variance between groups, of differential fairness and of the shrunken gap.
@Suite struct SpreadBoundsTests {
    @Test(
        "noncentral chi-squared is scipy's",
        arguments: [
            (3.2, 4, 0, 0.475_069_053_213_895_86), (3.2, 4, 2.5, 0.233_731_443_267_174_4),
            (60, 7, 45, 0.732_634_103_501_485_4), (900, 23, 850, 0.681_981_334_094_428),
            (12.5, 5.7, 6.3, 0.591_226_152_672_808_2),
        ] as [(Double, Double, Double, Double)])
    func noncentral(x: Double, degrees: Double, noncentrality: Double, expected: Double) {
        let found = NoncentralChiSquared.probability(
            below: x, degrees: degrees, noncentrality: noncentrality)
        #expect((found - expected).magnitude < 1e-10)
    }

    @Test("limits of a variance are those that scipy's noncentral chi-squared inverts to")
    func limits() throws {
        let limits = try #require(
            VarianceLimits(
                rates: [0.2, 0.25, 0.31, 0.42], noise: Array(repeating: 0.0018, count: 4), level: 0.95))
        #expect((limits.bounds.low - 0.001_343_297_559_329_313_4).magnitude < 1e-9)
        #expect((limits.bounds.high - 0.018_886_381_043_454_727).magnitude < 1e-9)
    }

    @Test("of two groups the limits are about those of their difference, squared and halved")
    func twoGroups() throws {
        let limits = try #require(VarianceLimits(rates: [0.5, 0.2], noise: [0.002, 0.001], level: 0.95))
        let error = 0.003.squareRoot()
        // Far from 0 the distance is normal with the sum of both variances.
        #expect((limits.bounds.high - (0.3 + 1.96 * error) * (0.3 + 1.96 * error) / 2).magnitude < 1e-4)
        #expect((limits.bounds.low - (0.3 - 1.96 * error) * (0.3 - 1.96 * error) / 2).magnitude < 1e-4)
    }

    @Test("differential fairness is bound by the limits of the groups, smoothed as its rates are")
    func logRatio() throws {
        let counts = [(30, 100), (60, 120), (9, 40)]
        let groups = counts.map { hits, rows in
            Sample(counts: Confusion(tp: hits, fp: 0, tn: 0, fn: rows - hits))
        }
        let found = try #require(GapBounds.of(.differentialFairness, in: groups).bounds)
        let level = 1 - 0.05 / 3
        let limits = try counts.map { hits, rows in
            try #require(ProportionInterval.wilson(Proportion(hits, of: rows), level: level))
        }
        func smooth(_ rate: Double, _ rows: Int) -> Double {
            (rate * Double(rows) + 0.5) / (Double(rows) + 1)
        }
        let most = Double.log(smooth(limits[1].high, 120) / smooth(limits[2].low, 40))
        #expect((found.interval.high - most).magnitude < 1e-12)
        #expect(found.widest == [1, 2])
        let least = Double.log(smooth(limits[1].low, 120) / smooth(limits[0].high, 100))
        #expect(found.interval.low == max(0, least))
        let epsilon = try #require(GapMetric.differentialFairness.value(in: groups).value)
        #expect(found.interval.low <= epsilon && epsilon <= found.interval.high)
    }

    @Test("the shrunken gap has the bounds of the gap itself, and holds its own estimate")
    func shrunken() throws {
        let groups = Self.groups([(20, 100), (25, 100), (50, 100), (31, 100)])
        let found = try #require(GapBounds.of(.dpShrunk, in: groups).bounds)
        #expect(found == GapBounds.of(.dp, in: groups).bounds)
        // Many groups and one apart: shrunken below even the lower bound of the gap.
        let apart = Self.groups([(0, 9)] + Array(repeating: (60, 100), count: 40))
        let raw = try #require(GapBounds.of(.dp, in: apart).bounds?.interval)
        let bounds = try #require(GapBounds.of(.dpShrunk, in: apart).bounds?.interval)
        let estimate = try #require(GapMetric.dpShrunk.value(in: apart).value)
        #expect(bounds.low <= estimate && estimate <= bounds.high && bounds.high >= raw.high)
        #expect(GapBounds.of(.dpShrunk, in: Self.groups([(5, 9)])).reason == .fewerThanTwoGroups)
    }

    @Test(
        "Gini's coefficient lies within what the variance and the mean of rates allow",
        arguments: [
            [0.1, 0.1, 0.1, 0.9], [0.2, 0.4, 0.6, 0.8], [0.3, 0.5], [0.01, 0.5, 0.52, 0.97, 0.99],
        ])
    func giniOfMoments(rates: [Double]) throws {
        // With very many rows the bounds close in on what the moments alone allow.
        let groups = Self.groups(rates.map { (Int($0 * 4e4), 40_000) })
        let found = try #require(GapBounds.of(.accuracyGini, in: groups).bounds?.interval)
        let value = try #require(GapMetric.accuracyGini.value(in: groups).value)
        #expect(found.low <= value && value <= found.high)
        let count = Double(rates.count)
        let mean = rates.reduce(0, +) / count
        let deviation = (rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        #expect((found.low - deviation * (count - 1).squareRoot() / (count * mean)).magnitude < 0.02)
        let most = deviation * ((count * count - 1) / 3).squareRoot() / (count * mean)
        #expect((found.high - most).magnitude < 0.02)
    }

    @Test("Gini's coefficient is never bounded above its largest value, and needs what a variance needs")
    func giniOfFew() throws {
        let few = try #require(GapBounds.of(.accuracyGini, in: Self.groups([(1, 4), (0, 4), (1, 4)])).bounds)
        #expect(few.interval.high <= 2.0 / 3 + 1e-12 && few.interval.low == 0)
        #expect(GapBounds.of(.accuracyGini, in: Self.groups([(1, 1), (3, 4)])).reason == .oneRow)
        #expect(GapBounds.of(.accuracyGini, in: Self.groups([(0, 9), (0, 4)])).reason == .zeroVariance)
    }

    private static func groups(_ counts: [(Int, Int)]) -> [Sample] {
        counts.map { Sample(counts: Confusion(tp: $0, fp: 0, tn: 0, fn: $1 - $0)) }
    }
}
