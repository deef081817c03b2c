import Testing

@testable import Statistics

@Suite struct DecisionThresholdTests {
    @Test(
        "Youden's threshold is the best of all scores, of several the highest",
        arguments: [1, 2, 3, 4, 5] as [UInt64])
    func youden(seed: UInt64) throws {
        let rows = DrawnRows(80, seed: seed, step: 0.05)
        let merits = Set(rows.scores).map { score -> (merit: Int, score: Double) in
            let called = zip(rows.labels, rows.scores).filter { $0.1 >= score }.map(\.0)
            let (hits, alarms) = (called.count { $0 }, called.count { !$0 })
            let positives = rows.labels.count { $0 }
            return (hits * (rows.labels.count - positives) - alarms * positives, score)
        }
        let best = try #require(merits.max { $0 < $1 })
        let sample = try rows.table().grouped(by: .overall).everybody
        #expect(DecisionThreshold.youden.value(for: sample) == .value(best.score))
    }

    @Test(
        "a threshold by recall is the highest that calls as many melanomas",
        arguments: [0.5, 0.8, 0.9, 1] as [Double])
    func recall(share: Double) throws {
        let rows = DrawnRows(60, seed: 7, step: 0.05)
        let positives = zip(rows.labels, rows.scores).filter(\.0).map(\.1)
        let reaching = Set(rows.scores).filter { score in
            Double(positives.count { $0 >= score }) >= share * Double(positives.count) - 1e-9
        }
        let sample = try rows.table().grouped(by: .overall).everybody
        #expect(DecisionThreshold.recall(share).value(for: sample) == .value(try #require(reaching.max())))
    }

    @Test("without the classes or scores that a rule looks at there is none")
    func undefined() throws {
        func sample(_ labels: [Bool], scores: [Double]?) throws -> Sample {
            let table =
                if let scores {
                    try RecordTable(labels: labels, scores: scores, attributes: [])
                } else {
                    try RecordTable(labels: labels, decisions: labels, attributes: [])
                }
            return try table.grouped(by: .overall).everybody
        }
        let melanomas = try sample([true, true], scores: [0.2, 0.9])
        #expect(DecisionThreshold.youden.value(for: melanomas) == .undefined(.noNegatives))
        #expect(DecisionThreshold.recall(0.5).value(for: melanomas) == .value(0.9))
        let nevi = try sample([false], scores: [0.4])
        #expect(DecisionThreshold.recall(0.9).value(for: nevi) == .undefined(.noPositives))
        #expect(
            try DecisionThreshold.youden.value(for: sample([true, false], scores: nil))
                == .undefined(.noScores))
    }

    @Test(
        "weights choose the threshold that as many rows would",
        arguments: [1, 2, 3] as [UInt64], [DecisionThreshold.youden, .recall(0.8), .recall(0.95)])
    func weighted(seed: UInt64, rule: DecisionThreshold) throws {
        let rows = DrawnRows(60, seed: seed, step: 0.05)
        var numbers = NumberSource(seed: seed + 40)
        let times = rows.labels.map { _ in numbers.next(below: 4) }
        let weighted = try RecordTable(
            labels: rows.labels, scores: rows.scores, weights: times.map { 0.25 * Double($0) }, attributes: []
        ).grouped(by: .overall).everybody
        let places = times.indices.flatMap { Array(repeating: $0, count: times[$0]) }
        let repeated = try RecordTable(
            labels: places.map { rows.labels[$0] }, scores: places.map { rows.scores[$0] }, attributes: []
        ).grouped(by: .overall).everybody
        #expect(rule.value(for: weighted) == rule.value(for: repeated))
    }

    @Test("a heavy melanoma moves the threshold below its score")
    func heavy() throws {
        func chosen(_ weights: [Double]?) throws -> Quantity {
            let table = try RecordTable(
                labels: [true, true, false, false], scores: [0.9, 0.4, 0.6, 0.2], weights: weights,
                attributes: [])
            return try DecisionThreshold.youden.value(for: table.grouped(by: .overall).everybody)
        }
        #expect(try chosen(nil) == .value(0.9))
        #expect(try chosen([1, 10, 1, 1]) == .value(0.4))
        #expect(try chosen([1, 10, 0, 0]) == .undefined(.noNegatives))
    }
}
