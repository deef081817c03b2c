import Statistics
import Testing

@Suite struct RecordTableTests {
    private func sex(_ values: [String?]) throws -> AttributeColumn {
        try AttributeColumn(name: "sex", levels: ["f", "m", "unknown"], values: values)
    }

    @Test("a score equal to the threshold is called positive")
    func threshold() throws {
        let table = try RecordTable(labels: [true, true], scores: [0.5, 0.499], attributes: [])
        #expect(table.decisions == [1, 0])
    }

    @Test(
        "a score outside 0..1 is an error that names its row",
        arguments: [-0.001, 1.001, .infinity, -.infinity])
    func scoreRange(score: Double) {
        #expect(throws: StatisticsError.scoreOutOfRange(row: 1, score: score)) {
            try RecordTable(labels: [true, false], scores: [0.2, score], attributes: [])
        }
    }

    @Test("a missing label or score leaves every statistic and is counted, NaN is missing too")
    func missingOutcome() throws {
        let table = try RecordTable(
            labels: [true, nil, false, true], scores: [0.9, 0.9, nil, .nan],
            attributes: [sex(["f", "f", "m", "m"])])
        #expect(table.excludedMissingOutcome == 3)
        let records = try table.grouped(by: Grouping(["sex"]))
        #expect(records.everybody.counts == Confusion(tp: 1, fp: 0, tn: 0, fn: 0))
        #expect(records.groups.map(\.sample.counts.total) == [1, 0, 0])
    }

    @Test("a missing attribute leaves only the groupings that use it")
    func missingAttribute() throws {
        let table = try RecordTable(
            labels: [true, false], decisions: [true, true], attributes: [sex(["f", nil])])
        let records = try table.grouped(by: Grouping(["sex"]))
        #expect(records.excludedMissingAttribute == 1)
        #expect(records.everybody.counts.total == 2)
    }

    @Test("a declared group without rows stays, in declared order")
    func declaredGroups() throws {
        let fst = try AttributeColumn(name: "fst", levels: ["I", "II"], values: ["II", "II"])
        let table = try RecordTable(
            labels: [true, true], decisions: [true, false], attributes: [sex(["f", "m"]), fst])
        let groups = try table.grouped(by: Grouping(["sex", "fst"])).groups
        #expect(groups.map(\.key) == ["f|I", "f|II", "m|I", "m|II", "unknown|I", "unknown|II"])
        #expect(groups.map(\.sample.counts.total) == [0, 1, 0, 1, 0, 0])
    }

    @Test("a value that is not declared, a level declared twice and an unknown attribute are errors")
    func declarations() throws {
        #expect(throws: StatisticsError.self) { try sex(["x"]) }
        #expect(throws: StatisticsError.repeatedLevel(attribute: "a", level: "1")) {
            try AttributeColumn(name: "a", levels: ["1", "1"], values: [])
        }
        let table = try RecordTable(labels: [true], decisions: [true], attributes: [sex(["f"])])
        #expect(throws: StatisticsError.unknownAttribute(name: "age", known: ["sex"])) {
            try table.grouped(by: Grouping(["age"]))
        }
    }

    @Test("an attribute with ten thousand levels is refused, with a suggestion")
    func tooManyLevels() throws {
        let levels = (0..<10_000).map(String.init)
        let table = try RecordTable(
            labels: [true], decisions: [true],
            attributes: [AttributeColumn(name: "id", levels: levels, values: ["7"])])
        let error = #expect(throws: StatisticsError.self) { try table.grouped(by: Grouping(["id"])) }
        #expect(error?.description.contains("use bins") == true)
    }

    @Test("a message about one of ten thousand levels stays short")
    func shortMessage() {
        let levels = (0..<10_000).map(String.init)
        let error = #expect(throws: StatisticsError.self) {
            try AttributeColumn(name: "id", levels: levels, values: ["x"])
        }
        #expect(error?.description.hasSuffix("11, ... 10000 in all)") == true)
    }

    @Test("columns of unequal length and weights that are not numbers are errors")
    func columns() throws {
        #expect(throws: StatisticsError.unequalColumns(column: "decision", expected: 2, found: 1)) {
            try RecordTable(labels: [true, true], decisions: [true], attributes: [])
        }
        #expect(throws: StatisticsError.badWeight(row: 0, weight: -1)) {
            try RecordTable(labels: [true], scores: [0.5], weights: [-1], attributes: [])
        }
    }

    @Test("the order of the rows changes no bit of any quantity")
    func rowOrder() throws {
        var numbers = NumberSource(seed: 7)
        let count = 500
        let labels = (0..<count).map { _ in numbers.next(below: 3) == 0 }
        let scores = labels.map { ($0 ? 0.3 : 0.1) + 0.6 * numbers.unit() }
        let weights = (0..<count).map { _ in 0.2 + numbers.unit() }
        let order = numbers.permutation(count)
        let one = try RecordTable(labels: labels, scores: scores, weights: weights, attributes: [])
        let two = try RecordTable(
            labels: order.map { labels[$0] }, scores: order.map { scores[$0] },
            weights: order.map { weights[$0] },
            attributes: [])
        let (first, second) = try (one.grouped(by: .overall).everybody, two.grouped(by: .overall).everybody)
        #expect(GroupMetric.allCases.map(first.quantity) == GroupMetric.allCases.map(second.quantity))
        #expect(GroupMetric.allCases.map(first.weighted) == GroupMetric.allCases.map(second.weighted))
    }
}
