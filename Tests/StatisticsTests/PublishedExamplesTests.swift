import RealModule
import Statistics
import Testing

@Suite struct PublishedExamplesTests {
    private func agrees(_ found: Double?, _ printed: Double, within tolerance: Double = 5e-5) -> Bool {
        found.map { ($0 - printed).magnitude <= tolerance } ?? false
    }

    @Test(
        "Wilson's interval: the examples of Newcombe 1998 (Statistics in Medicine 17:857), table I",
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ])
    func wilson(k: Int, n: Int, low: Double, high: Double) {
        let interval = ProportionInterval.wilson(Proportion(k, of: n))
        #expect(agrees(interval?.low, low) && agrees(interval?.high, high))
    }

    @Test(
        "Clopper and Pearson's interval: the same table",
        arguments: [
            (81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0, 0.1684), (1, 29, 0.0009, 0.1776),
        ])
    func clopperPearson(k: Int, n: Int, low: Double, high: Double) {
        let interval = ProportionInterval.clopperPearson(Proportion(k, of: n))
        #expect(agrees(interval?.low, low) && agrees(interval?.high, high))
    }

    @Test(
        "a difference of proportions: the examples of Newcombe 1998 (Statistics in Medicine 17:873), method 10",
        arguments: [
            (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
            (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 20, 0.6791, 1.0),
        ])
    func newcombe(k1: Int, n1: Int, k2: Int, n2: Int, low: Double, high: Double) {
        let interval = DifferenceInterval.newcombe(Proportion(k1, of: n1), Proportion(k2, of: n2))
        #expect(agrees(interval?.low, low) && agrees(interval?.high, high))
    }

    @Test("Fisher's lady tasting tea (1935), two-sided")
    func tea() {
        #expect(
            agrees(
                ProportionTest.fisher(Proportion(3, of: 4), Proportion(1, of: 4))?.p, 34.0 / 70, within: 1e-12
            ))
    }

    @Test("the trend of malformations over alcohol: Agresti 2007, section 2.5 (z = 2.563, p = 0.010)")
    func trend() throws {
        let groups = zip([48, 38, 5, 1, 1], [17_114, 14_502, 793, 127, 38]).map { Proportion($0, of: $1) }
        let result = try #require(Homogeneity.trend(groups, scores: [0, 0.5, 1.5, 4, 7]))
        #expect(agrees(result.statistic, 2.563, within: 5e-4))
        #expect(agrees(result.p, 0.0104, within: 5e-5))
    }

    // The table prints 589 in its second row; its formula, and the oracle, give 587.98.
    @Test(
        "images for each group at 80 % power: the table of spec/metrics.md, section 7",
        arguments: [
            (0.20, 0.25, 1_094.0, 2_192.0), (0.20, 0.30, 294, 588), (0.20, 0.40, 82, 164),
            (0.40, 0.45, 1_534, 3_073),
            (0.40, 0.50, 388, 777), (0.40, 0.60, 97, 195),
        ])
    func sampleSize(first: Double, second: Double, alone: Double, ofPairs: Double) {
        #expect(SampleSize(first, second).pooled.rounded(.up) == alone)
        #expect(SampleSize(first, second, alpha: 0.05 / 28).pooled.rounded(.up) == ofPairs)
    }

    @Test(
        "the range of k equal groups is about d_k standard errors: spec/metrics.md, 5.1",
        arguments: [(2, 1.13), (6, 2.53), (8, 2.85), (16, 3.53)])
    func bias(groups: Int, factor: Double) {
        let expected = RangeNull.expected(trials: Array(repeating: 2_000, count: groups), rate: 0.4)
        #expect(agrees(expected / (0.4 * 0.6 / 2_000).squareRoot(), factor, within: 0.01))
    }
}

@Suite struct ClosedFormsTests {
    @Test("an all-melanoma cohort: the inequality of benefits only restates accuracy")
    func benefits() throws {
        let decisions = (0..<40).map { $0 % 4 != 0 }
        let table = try RecordTable(labels: decisions.map { _ in true }, decisions: decisions, attributes: [])
        let benefits = Inequality(benefitsOf: try table.grouped(by: .overall).everybody.counts)
        let accuracy = 0.75
        let entropy = try #require(benefits.generalisedEntropy(alpha: 2).value)
        let theil = try #require(benefits.theil.value)
        let gini = try #require(benefits.gini.value)
        #expect((entropy - (1 / accuracy - 1) / 2).magnitude < 1e-12)
        #expect((theil + Double.log(accuracy)).magnitude < 1e-12)
        #expect((gini - (1 - accuracy)).magnitude < 1e-12)
        #expect(benefits.meanLogDeviation == .undefined(.zeroValue))
    }

    @Test("two groups: Pearson's chi-squared is the square of the pooled z")
    func chiSquared() throws {
        let groups = [Proportion(31, of: 90), Proportion(18, of: 75)]
        let homogeneity = try #require(Homogeneity(groups))
        let z = try #require(ProportionTest.pooledZ(groups[0], groups[1]))
        #expect((homogeneity.statistic - z.statistic * z.statistic).magnitude < 1e-12)
        #expect((homogeneity.p - z.p).magnitude < 1e-12)
    }

    @Test("differential fairness names the pair that attains it")
    func differentialFairness() throws {
        let groups = [
            Proportion(50, of: 99), Proportion(20, of: 99), Proportion(30, of: 99), Proportion(0, of: 0),
        ]
        let result = try #require(DifferentialFairness(groups))
        #expect(result.pair == [0, 1])
        #expect((result.epsilon - Double.log(50.5 / 20.5)).magnitude < 1e-12)
    }

    @Test("distributions invert themselves", arguments: [1e-9, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999_99])
    func inverses(share: Double) {
        let z = NormalDistribution.quantile(share)
        #expect((NormalDistribution.probability(below: z) - share).magnitude < 1e-14)
        let beta = BetaDistribution(2.5, 7)
        #expect((beta.probability(below: beta.quantile(share)) - share).magnitude < 1e-13)
    }

    @Test("an all-melanoma cohort: dp, demographic parity and equal opportunity are one gap")
    func oneGap() {
        let groups = [Confusion(tp: 7, fp: 0, tn: 0, fn: 5), Confusion(tp: 3, fp: 0, tn: 0, fn: 9)]
        let gaps = [GapMetric.dp, .demographicParity, .equalOpportunity].map { gap in
            gap.value(in: groups.map { Sample(counts: $0) })
        }
        #expect(Set(gaps).count == 1)
    }
}
