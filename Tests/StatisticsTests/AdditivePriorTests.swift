import Testing

@testable import Statistics

@Suite struct AdditivePriorTests {
    /// Two attributes of two and three levels; one cell is empty.
    private static let cells = [(8, 10), (5, 12), (0, 0), (9, 15), (7, 9), (6, 20)].map {
        Proportion($0.0, of: $0.1)
    }
    private static let levels = (0..<2).flatMap { first in (0..<3).map { [first, $0] } }

    @Test("rates, precision and shrunken rates agree with a fit by numpy's linear algebra")
    func agrees() throws {
        let model = try #require(
            AdditiveLogistic(
                Self.cells.map { EffectiveProportion($0) }, levels: Self.levels))
        let rates = [
            0.648_258_439_615_922_2, 0.549_547_894_305_298_7, 0.277_364_065_253_659_53,
            0.688_871_107_521_332_1, 0.594_427_315_090_026_6, 0.315_588_451_462_980_7,
        ]
        for (found, expected) in zip(model.rates, rates) { #expect((found - expected).magnitude < 1e-10) }
        let bayes = try #require(EmpiricalBayes(additive: Self.cells, levels: Self.levels))
        #expect((try #require(bayes.rawCorrelation) - 0.269_820_649_102_109_5).magnitude < 1e-9)
        let shrunken = [
            0.767_682_005_709_292_9, 0.441_118_900_766_224_4, 0.277_364_065_253_659_53,
            0.613_582_835_337_969_8, 0.735_391_848_199_172_4, 0.301_857_862_373_108_1,
        ]
        for (found, expected) in zip(bayes.rates, shrunken) { #expect((found - expected).magnitude < 1e-8) }
    }

    @Test("with one level everywhere it is the prior of the mean of all")
    func intercept() throws {
        let plain = try #require(EmpiricalBayes(moments: Self.cells))
        let additive = try #require(EmpiricalBayes(additive: Self.cells, levels: Self.cells.map { _ in [0] }))
        #expect(
            (try #require(additive.rawCorrelation) - #require(plain.rawCorrelation)).magnitude < 1e-9)
        for (one, other) in zip(additive.rates, plain.rates) { #expect((one - other).magnitude < 1e-9) }
    }

    @Test("cells that are what their attributes add up to are not drawn elsewhere")
    func additive() throws {
        // Odds 1/4, 1, 1 and 4: main effects alone.
        let cells = [200, 500, 500, 800].map { Proportion($0, of: 1_000) }
        let bayes = try #require(
            EmpiricalBayes(additive: cells, levels: [[0, 0], [0, 1], [1, 0], [1, 1]]))
        for (rate, cell) in zip(bayes.rates, cells) {
            #expect((rate - (cell.rate ?? .nan)).magnitude < 0.003)
        }
    }

    @Test("a level without a success keeps the fit finite")
    func separated() throws {
        let cells = [(0, 10), (0, 12), (6, 11), (8, 9)].map { Proportion($0.0, of: $0.1) }
        let model = try #require(
            AdditiveLogistic(
                cells.map { EffectiveProportion($0) }, levels: [[0, 0], [0, 1], [1, 0], [1, 1]]))
        #expect(model.rates.allSatisfy { 0 < $0 && $0 < 1 })
        #expect(model.leverages.allSatisfy { -1e-9 < $0 && $0 < 1 + 1e-9 })
    }
}
