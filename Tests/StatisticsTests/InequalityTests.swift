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
