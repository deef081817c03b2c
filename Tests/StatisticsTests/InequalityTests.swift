import RealModule
import Statistics
import Testing

@Suite struct InequalityTests {
    private static let tables = [
        Confusion(tp: 7, fp: 3, tn: 5, fn: 2), Confusion(tp: 1, fp: 0, tn: 0, fn: 9),
        Confusion(tp: 0, fp: 4, tn: 6, fn: 0), Confusion(tp: 40, fp: 11, tn: 3, fn: 17),
    ]

    @Test("counts give what the benefits of single rows give", arguments: tables)
    func counts(table: Confusion) throws {
        let rows =
            Array(repeating: 1.0, count: table.correct) + Array(repeating: 2, count: table.falsePositives)
            + Array(repeating: 0, count: table.falseNegatives)
        let (counted, listed) = (Inequality(benefitsOf: table), Inequality(rows))
        for (one, other) in [
            (counted.gini, listed.gini), (counted.theil, listed.theil),
            (counted.generalisedEntropy(alpha: 2), listed.generalisedEntropy(alpha: 2)),
            (counted.generalisedEntropy(alpha: 0.5), listed.generalisedEntropy(alpha: 0.5)),
        ] {
            #expect((try #require(one.value) - #require(other.value)).magnitude < 1e-13)
        }
    }

    /// By numpy from the formula on single rows: 3 missed, 10 right, 2 false alarms; and 10 right, 4 false alarms.
    @Test(
        "every alpha has the value of the formula",
        arguments: [
            (3, 2, 0.5, 0.459_017_704_271_756_3), (3, 2, 1, 0.267_034_923_075_507_2),
            (3, 2, 2, 0.188_775_510_204_081_6), (3, 2, 3, 0.188_654_033_041_788_07),
            (0, 4, -1, 0.051_020_408_163_265_314), (0, 4, 0, 0.053_272_376_692_350_396),
            (0, 4, 0.5, 0.054_843_556_405_555_51), (0, 4, 1, 0.056_750_985_301_291_7),
            (0, 4, 3, 0.068_587_105_624_142_57),
        ])
    func alpha(missed: Int, alarms: Int, alpha: Double, expected: Double) throws {
        let sample = Sample(counts: Confusion(tp: 4, fp: alarms, tn: 6, fn: missed))
        let found = sample.quantity(.inequality(alpha: alpha))
        #expect((try #require(found.value) - expected).magnitude < 1e-12)
    }

    @Test("up to alpha 0 a missed melanoma leaves no value", arguments: [-2.0, -0.5, 0])
    func zero(alpha: Double) {
        let sample = Sample(counts: Confusion(tp: 4, fp: 1, tn: 6, fn: 1))
        #expect(sample.quantity(.inequality(alpha: alpha)) == .undefined(.zeroValue))
    }

    @Test("of melanomas alone they restate accuracy", arguments: [(3, 9), (11, 1), (5, 0)])
    func melanomas(found: Int, missed: Int) throws {
        let sample = Sample(counts: Confusion(tp: found, fp: 0, tn: 0, fn: missed))
        let accuracy = Double(found) / Double(found + missed)
        let expected: [(GroupMetric, Double)] = [
            (.generalisedEntropy, (1 / accuracy - 1) / 2), (.theil, -Double.log(accuracy)),
            (.gini, 1 - accuracy),
        ]
        for (metric, value) in expected {
            #expect((try #require(sample.quantity(metric).value) - value).magnitude < 1e-12, "\(metric)")
        }
    }

    @Test("without a value they say why")
    func undefined() {
        let missed = Sample(counts: Confusion(tp: 0, fp: 0, tn: 0, fn: 4))
        #expect(missed.quantity(.gini) == .undefined(.zeroMean))
        #expect(missed.quantity(.theil) == .undefined(.zeroMean))
        #expect(missed.quantity(.generalisedEntropy) == .undefined(.zeroMean))
        #expect(missed.quantity(.meanLogDeviation) == .undefined(.zeroValue))
        let nobody = Sample(counts: Confusion())
        #expect(nobody.quantity(.gini) == .undefined(.noRows))
    }
}
