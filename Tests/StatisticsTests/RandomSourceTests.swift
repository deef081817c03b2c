import Testing

@testable import Statistics

@Suite struct RandomSourceTests {
    @Test(
        "binomial draws have the binomial distribution (chi-squared over all counts that matter)",
        arguments: [(7, 0.3), (40, 0.02), (100, 0.5), (100, 0.83), (1_200, 0.158), (50_000, 0.4)])
    func binomial(trials: Int, probability: Double) {
        var source = RandomSource(seed: 11, stream: trials)
        let draws = 40_000
        var found: [Int: Int] = [:]
        for _ in 0..<draws { found[source.binomial(trials, probability), default: 0] += 1 }
        let masses = BinomialMasses(trials: trials, probability: probability)
        var (statistic, cells, rest, restFound) = (0.0, 0, 1.0, draws)
        for count in masses.lowest...masses.highest where masses.mass(of: count) * Double(draws) > 10 {
            let expected = masses.mass(of: count) * Double(draws)
            let deviation = Double(found[count] ?? 0) - expected
            statistic += deviation * deviation / expected
            cells += 1
            rest -= masses.mass(of: count)
            restFound -= found[count] ?? 0
        }
        let expected = max(rest, 1e-9) * Double(draws)
        statistic += (Double(restFound) - expected) * (Double(restFound) - expected) / expected
        #expect(GammaDistribution.chiSquaredTail(statistic, degrees: cells) > 1e-4)
    }

    @Test(
        "rows dealt without replacement have the hypergeometric distribution",
        arguments: [(10, 7, 20), (100, 30, 800), (1_200, 1_500, 9_600), (5, 90, 100)])
    func hypergeometric(size: Int, successes: Int, population: Int) {
        var source = RandomSource(seed: 12, stream: size)
        let draws = 40_000
        var found: [Int: Int] = [:]
        for _ in 0..<draws {
            let count = source.hypergeometric(draws: size, successes: successes, population: population)
            found[count, default: 0] += 1
        }
        let masses = HypergeometricMasses(draws: size, successes: successes, population: population)
        var (statistic, cells) = (0.0, -1)
        for (place, mass) in masses.masses.enumerated() where mass * Double(draws) > 10 {
            let expected = mass * Double(draws)
            let deviation = Double(found[masses.lowest + place] ?? 0) - expected
            statistic += deviation * deviation / expected
            cells += 1
        }
        #expect(GammaDistribution.chiSquaredTail(statistic, degrees: cells) > 1e-4)
    }

    @Test(
        "a table gives the same distribution as inversion",
        arguments: [(7, 40), (158, 1_000), (0, 9), (9, 9)])
    func table(successes: Int, trials: Int) {
        let table = BinomialTable(Proportion(successes, of: trials))
        var source = RandomSource(seed: 13)
        let draws = 20_000
        let found = (0..<draws).map { _ in Double(table.draw(&source)) }
        let rate = Double(successes) / Double(trials)
        let mean = found.reduce(0, +) / Double(draws)
        let variance = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws)
        let expected = Double(trials) * rate * (1 - rate)
        #expect((mean - Double(successes)).magnitude <= 5 * (expected / Double(draws)).squareRoot())
        #expect((variance - expected).magnitude <= 0.06 * expected)
        #expect(found.allSatisfy { $0 >= 0 && $0 <= Double(trials) })
    }

    @Test("the edges of a binomial are certain")
    func edges() {
        var source = RandomSource(seed: 1)
        #expect(source.binomial(10, 0) == 0)
        #expect(source.binomial(10, 1) == 10)
        #expect(source.binomial(0, 0.5) == 0)
    }

    @Test("streams of one seed differ, and repeat")
    func streams() {
        var (one, two, again) = (
            RandomSource(seed: 5, stream: 0), RandomSource(seed: 5, stream: 1),
            RandomSource(seed: 5, stream: 0)
        )
        let first = (0..<4).map { _ in one.word() }
        #expect(first != (0..<4).map { _ in two.word() })
        #expect(first == (0..<4).map { _ in again.word() })
    }

    @Test("resampled counts keep the size, and on request the classes")
    func resampledCounts() {
        let counts = Confusion(tp: 12, fp: 5, tn: 30, fn: 8)
        var source = RandomSource(seed: 2)
        var sum = 0
        for _ in 0..<4_000 {
            let drawn = counts.resampled(keepsClasses: false, &source)
            #expect(drawn.total == 55)
            sum += drawn.truePositives
            #expect(counts.resampled(keepsClasses: true, &source).positives == 20)
        }
        #expect((Double(sum) / 4_000 - 12).magnitude < 0.25)
    }
}
