import Testing

@testable import Statistics

@Suite struct RowStatisticTests {
    @Test("rows that count several times agree with scikit-learn on repeated rows", arguments: 0..<6)
    func repeatedRows(index: Int) throws {
        let known = try KnownValues.read().weightedRows[index]
        let order = known.labels.indices.sorted { known.scores[$0] < known.scores[$1] }
        let sample = Sample(
            labels: order.map { Int8(known.labels[$0]) },
            decisions: order.map { known.scores[$0] >= 0.5 ? 1 : 0 }, scores: order.map { known.scores[$0] })
        let expected: [(GroupMetric, Double)] = [
            (.auroc, known.auroc), (.auprc, known.auprc), (.brier, known.brier), (.f1, known.f1),
            (.sensitivityAt80, known.sensAtSpec80),
        ]
        let places = order.map { Int32($0) }
        for (metric, value) in expected {
            let found = try #require(RowStatistic(metric, of: sample, places: places)?.value(known.times))
            #expect((found - value).magnitude < 1e-12, "\(metric)")
        }
    }

    @Test("every row once gives the quantity itself", arguments: GroupMetric.allCases, [0.01, 0.25])
    func once(metric: GroupMetric, step: Double) throws {
        for group in try DrawnRows(150, seed: 3, step: step).groups() where metric != .aurocVariance {
            let statistic = try #require(RowStatistic(metric, of: group))
            let found = statistic.value(Array(repeating: 1, count: group.labels.count))
            let value = group.quantity(metric).value
            #expect((found == nil) == (value == nil))
            #expect(((found ?? 0) - (value ?? 0)).magnitude < 1e-12)
        }
    }

    @Test("pooled rows give the quantity of everybody", arguments: [GroupMetric.auroc, .ece15, .f1, .auprc])
    func pooled(metric: GroupMetric) throws {
        let records = try DrawnRows(200, seed: 4, step: 0.05).table().grouped(by: Grouping(["sex"]))
        let statistic = try #require(RowStatistic(metric, pooling: records.groups.map(\.sample)))
        let found = try #require(statistic.value(Array(repeating: 1, count: 200)))
        #expect((found - (records.everybody.quantity(metric).value ?? .nan)).magnitude < 1e-12)
    }

    @Test(
        "the closed forms of the jackknife are those of leaving out each row",
        arguments: [GroupMetric.auroc, .brier, .logLoss, .f1, .mcc, .accuracy, .tpr], [0.01, 0.25])
    func jackknife(metric: GroupMetric, step: Double) throws {
        for group in try DrawnRows(90, seed: 5, step: step).groups() {
            let found = try #require(Jackknife.values(metric, of: group))
            let statistic = try #require(RowStatistic(metric, of: group))
            for row in group.labels.indices {
                var multiplicities = [Int32](repeating: 1, count: group.labels.count)
                multiplicities[row] = 0
                let left = try #require(statistic.value(multiplicities))
                #expect((found[row] - left).magnitude < 1e-12)
            }
        }
    }
}
