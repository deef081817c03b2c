import Statistics
import Testing

@Suite struct UndefinedTests {
    /// The sample of counts, with a score of 0.8 for what is called positive and 0.2 for the rest.
    private func sample(_ counts: Confusion) throws -> Sample {
        let cells = [
            (true, 0.8, counts.truePositives), (false, 0.8, counts.falsePositives),
            (false, 0.2, counts.trueNegatives),
            (true, 0.2, counts.falseNegatives),
        ]
        let rows = cells.flatMap { cell in Array(repeating: (cell.0, cell.1), count: cell.2) }
        return try RecordTable(labels: rows.map(\.0), scores: rows.map(\.1), attributes: [])
            .grouped(by: .overall).everybody
    }

    @Test(
        "a rate without a denominator has a reason, and is neither 0 nor 1",
        arguments: [
            (GroupMetric.tpr, Confusion(tp: 0, fp: 1, tn: 2, fn: 0), Undefined.noPositives),
            (.fnr, Confusion(tp: 0, fp: 1, tn: 2, fn: 0), .noPositives),
            (.fpr, Confusion(tp: 2, fp: 0, tn: 0, fn: 1), .noNegatives),
            (.tnr, Confusion(tp: 2, fp: 0, tn: 0, fn: 1), .noNegatives),
            (.ppv, Confusion(tp: 0, fp: 0, tn: 3, fn: 1), .noPredictedPositives),
            (.npv, Confusion(tp: 1, fp: 3, tn: 0, fn: 0), .noPredictedNegatives),
            (.f1, Confusion(tp: 0, fp: 0, tn: 3, fn: 0), .noPositives),
            (.mcc, Confusion(tp: 3, fp: 3, tn: 0, fn: 0), .noPredictedNegatives),
            (.balancedAccuracy, Confusion(tp: 3, fp: 0, tn: 0, fn: 1), .noNegatives),
            (.auroc, Confusion(tp: 3, fp: 0, tn: 0, fn: 1), .noNegatives),
            (.aurocVariance, Confusion(tp: 1, fp: 2, tn: 1, fn: 0), .oneRow),
            (.auprc, Confusion(tp: 0, fp: 1, tn: 1, fn: 0), .noPositives),
            (.accuracy, Confusion(), .noRows), (.brier, Confusion(), .noRows), (.ece15, Confusion(), .noRows),
        ])
    func reasons(metric: GroupMetric, counts: Confusion, reason: Undefined) throws {
        #expect(try sample(counts).quantity(metric) == .undefined(reason))
    }

    @Test("a group without positives makes no gap out of nothing: it is listed and left out")
    func noGapFromNothing() throws {
        let groups = [
            Confusion(tp: 8, fp: 1, tn: 9, fn: 2), Confusion(tp: 7, fp: 1, tn: 9, fn: 3),
            Confusion(tp: 0, fp: 2, tn: 8, fn: 0),
        ]
        let disparity = Disparity(try groups.map { try sample($0).quantity(.tpr) })
        #expect((disparity.difference.value ?? .nan) < 0.11)
        #expect(disparity.groupsUndefined == [2])
    }

    @Test("a gap needs two groups with a value")
    func twoGroups() {
        let disparity = Disparity([.value(0.4), .undefined(.noPositives)])
        #expect(disparity.difference == .undefined(.fewerThanTwoGroups))
        #expect(disparity.argmax.isEmpty)
    }

    @Test("all groups that tie for an extreme are named, in declared order")
    func ties() {
        let disparity = Disparity([.value(0.5), .value(0.25), .value(0.5), .value(0.25)])
        #expect(disparity.argmax == [0, 2])
        #expect(disparity.argmin == [1, 3])
        #expect(disparity.ratio == .value(0.5))
    }

    @Test("a ratio to a largest value of 0 is undefined")
    func ratioOfZero() {
        #expect(Disparity([.value(0), .value(0)]).ratio == .undefined(.zeroMaximum))
    }

    @Test("scores are needed only where they are used")
    func noScores() throws {
        let table = try RecordTable(labels: [true, false], decisions: [true, true], attributes: [])
        let everybody = try table.grouped(by: .overall).everybody
        #expect(everybody.quantity(.accuracy) == .value(0.5))
        #expect(everybody.quantity(.auroc) == .undefined(.noScores))
        #expect(everybody.quantity(.brier) == .undefined(.noScores))
    }
}
