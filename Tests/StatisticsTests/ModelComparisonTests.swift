import Testing

@testable import Statistics

@Suite struct ModelComparisonTests {
    private func second(of rows: DrawnRows, shift: Double) -> [Double] {
        var numbers = NumberSource(seed: 99)
        return rows.scores.indices.map { row in
            let noise = 0.3 * (numbers.unit() - 0.5)
            return min(1, max(0, rows.scores[row] + noise + (rows.labels[row] ? shift : -shift)))
        }
    }

    private func tables(shift: Double, count: Int = 240) throws -> (RecordTable, RecordTable) {
        let rows = DrawnRows(count, seed: 21)
        let sexes = try AttributeColumn(name: "sex", levels: ["f", "m", "x"], values: rows.sexes)
        let other = try RecordTable(
            labels: rows.labels, scores: second(of: rows, shift: shift), attributes: [sexes])
        return (try rows.table(), other)
    }

    @Test("McNemar's exact test and the paired interval agree with statsmodels", arguments: 0..<7)
    func mcNemar(index: Int) throws {
        let known = try KnownValues.read().mcnemar[index]
        let table = McNemar(
            both: known.table[0], onlyFirst: known.table[1], onlySecond: known.table[2],
            neither: known.table[3])
        #expect((try #require(table.test).p - known.p).magnitude < 1e-12)
        let interval = try #require(table.interval())
        #expect((interval.low - known.low).magnitude < 1e-12)
        #expect((interval.high - known.high).magnitude < 1e-12)
    }

    @Test("the trend test agrees with statsmodels, and with R's prop.trend.test on its own example")
    func trend() throws {
        for known in try KnownValues.read().trend {
            let groups = zip(known.successes, known.trials).map { Proportion($0, of: $1) }
            let test = try #require(Homogeneity.trend(groups))
            #expect((test.statistic - known.z).magnitude < 1e-10)
            #expect((test.p - known.p).magnitude < 1e-10)
        }
        let smokers = zip([83, 90, 129, 70], [86, 93, 136, 82]).map { Proportion($0, of: $1) }
        let test = try #require(Homogeneity.trend(smokers))
        #expect((test.statistic * test.statistic - 8.2249).magnitude < 5e-5)
        #expect((test.p - 0.004132).magnitude < 5e-7)
    }

    @Test("the same images: each result says that it is paired, and how it was tested")
    func paired() throws {
        let (first, second) = try tables(shift: 0.1)
        let comparison = try ModelComparison(
            paired: PairedRecords(sameRows: first, second), by: Grouping(["sex"]))
        let accuracy = comparison.overall(.accuracy)
        #expect(accuracy.testMethod == "McNemar exact, same images")
        let correct = zip(first.decisions, first.labels).map { $0 == $1 }
        let other = zip(second.decisions, second.labels).map { $0 == $1 }
        let table = McNemar(
            both: zip(correct, other).count { $0 && $1 }, onlyFirst: zip(correct, other).count { $0 && !$1 },
            onlySecond: zip(correct, other).count { !$0 && $1 },
            neither: zip(correct, other).count { !$0 && !$1 })
        #expect(accuracy.test == table.test)
        let area = comparison.overall(.auroc)
        #expect(area.testMethod == "paired DeLong, same images")
        let direct = try #require(
            AreaComparison(
                paired: first.labels.map { $0 == 1 }, first.scores ?? [], second.scores ?? []))
        #expect((try #require(area.test?.p) - (direct.test?.p ?? .nan)).magnitude < 1e-12)
        #expect(comparison.groups(.f1).map(\.isPaired) == [true, true, true])
    }

    @Test(
        "a classifier compared with itself differs by 0, with a p of 1 and an interval at 0",
        arguments: [GroupMetric.accuracy, .tpr, .f1, .auprc, .brier, .ece15, .ppv])
    func itself(metric: GroupMetric) throws {
        let (first, _) = try tables(shift: 0)
        var options = IntervalOptions()
        options.draws = 199
        let comparison = try ModelComparison(paired: PairedRecords(sameRows: first, first), options: options)
        let result = comparison.overall(metric)
        #expect(result.difference == .value(0))
        #expect(result.test?.p == 1)
        let interval = try #require(result.interval.interval)
        #expect(interval.low <= 0 && interval.high >= 0)
    }

    @Test(
        "a much better classifier is found, in a quantity and in its loss",
        arguments: [GroupMetric.f1, .brier])
    func better(metric: GroupMetric) throws {
        let (first, second) = try tables(shift: 0.2)
        var options = IntervalOptions()
        options.draws = 999
        let result = try ModelComparison(paired: PairedRecords(sameRows: first, second), options: options)
            .overall(metric)
        #expect(try #require(result.test).p < 0.01)
        let interval = try #require(result.interval.interval)
        #expect(interval.low > 0 || interval.high < 0)
    }

    @Test("gaps of two classifiers: the interval holds the difference of the gaps")
    func gaps() throws {
        let (first, second) = try tables(shift: 0.05)
        var options = IntervalOptions()
        options.draws = 399
        let comparison = try ModelComparison(
            paired: PairedRecords(sameRows: first, second), by: Grouping(["sex"]), options: options)
        for gap in [GapMetric.dp, .equalizedOdds, .aucGap] {
            let result = comparison.gap(gap)
            let value = try #require(result.difference.value)
            let interval = try #require(result.interval.interval)
            #expect(interval.low <= value && value <= interval.high)
            #expect((0...1).contains(try #require(result.test).p))
        }
    }

    @Test("different images: Fisher, DeLong of independent samples, and the result says so")
    func unpaired() throws {
        let (first, second) = (try DrawnRows(200, seed: 1).table(), try DrawnRows(260, seed: 2).table())
        let comparison = try ModelComparison(unpaired: first, second, by: Grouping(["sex"]))
        #expect(comparison.overall(.accuracy).testMethod == "Fisher exact, different images")
        #expect(comparison.overall(.auroc).testMethod == "DeLong, different images")
        #expect(!comparison.overall(.f1).isPaired)
        #expect(comparison.overall(.f1).interval.interval != nil)
    }

    @Test("images are matched by id; one that stands twice, or has two labels, is an error that names it")
    func identifiers() throws {
        func table(_ labels: [Bool?]) throws -> RecordTable {
            try RecordTable(labels: labels, scores: labels.map { _ in 0.7 }, attributes: [])
        }
        let pairs = try PairedRecords(
            table([true, false, nil, true]), ids: ["a", "b", "c", "d"], table([false, true, true]),
            ids: ["b", "a", "c"])
        #expect(pairs.count == 2)
        #expect(pairs.onlyFirst == 1 && pairs.onlySecond == 0 && pairs.excludedMissingOutcome == 1)
        #expect(pairs.second.labels == [1, 0])
        #expect(throws: StatisticsError.repeatedID(id: "a", set: "the second set", row: 1, earlier: 0)) {
            try PairedRecords(table([true]), ids: ["a"], table([true, true]), ids: ["a", "a"])
        }
        #expect(throws: StatisticsError.labelsDisagree(id: "a")) {
            try PairedRecords(table([true]), ids: ["a"], table([false]), ids: ["a"])
        }
        #expect(throws: StatisticsError.self) {
            try PairedRecords(sameRows: table([true]), table([true, true]))
        }
    }

    @Test("weights with a comparison are refused")
    func weights() throws {
        let table = try RecordTable(labels: [true], scores: [0.5], weights: [2], attributes: [])
        #expect(throws: StatisticsError.weightsWithIntervals) {
            try ModelComparison(paired: PairedRecords(sameRows: table, table))
        }
    }
}
