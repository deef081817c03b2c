import Testing

@testable import Statistics

@Suite struct ReferenceDifferenceTests {
    @Test("to a named group: signed, with Newcombe's interval, and the reference has none")
    func group() throws {
        let records = try DrawnRows(300, seed: 41).table().grouped(by: Grouping(["sex"]))
        let differences = ReferenceDifference.all(.accuracy, in: records, to: .group(1))
        let rates = records.groups.compactMap { $0.sample.quantity(.accuracy).value }
        #expect(differences.map(\.difference) == rates.map { .value($0 - rates[1]) })
        #expect(differences[1].interval.reason == .isReference)
        #expect(differences[0].interval.interval?.method == "newcombe")
    }

    @Test(
        "to everybody: the interval holds the difference, and is narrower than to the rest",
        arguments: [GroupMetric.accuracy, .tpr, .auroc, .f1])
    func overall(metric: GroupMetric) throws {
        let records = try DrawnRows(400, seed: 42).table().grouped(by: Grouping(["sex"]))
        var options = IntervalOptions()
        options.draws = 399
        let differences = ReferenceDifference.all(metric, in: records, to: .overall, options: options)
        let everybody = try #require(records.everybody.quantity(metric).value)
        for (group, result) in zip(records.groups, differences) {
            let value = try #require(group.sample.quantity(metric).value) - everybody
            let interval = try #require(result.interval.interval)
            #expect(result.difference == .value(value))
            #expect(interval.low < value && value < interval.high)
        }
    }

    @Test("a group without rows has no difference, and says why")
    func empty() throws {
        let sex = try AttributeColumn(name: "sex", levels: ["f", "m"], values: ["f", "f"])
        let records = try RecordTable(labels: [true, true], decisions: [true, false], attributes: [sex])
            .grouped(by: Grouping(["sex"]))
        #expect(ReferenceDifference.all(.tpr, in: records, to: .overall)[1].interval.reason == .noRows)
        #expect(ReferenceDifference.all(.tpr, in: records, to: .overall)[0].interval.reason == .isReference)
    }

    @Test("dp shrunk is smaller than dp, and 0 where the groups vary no more than chance")
    func shrunken() throws {
        let far = [(10, 40), (30, 40), (0, 0), (18, 40)].map { Proportion($0.0, of: $0.1) }
        let gap = ShrunkenGap(far)
        #expect(try #require(gap.value.value) < 0.5)
        #expect(try #require(gap.value.value) > 0.2)
        #expect(gap.withoutData == [2])
        let near = [(10, 40), (11, 40), (9, 40)].map { Proportion($0.0, of: $0.1) }
        #expect(ShrunkenGap(near).value == .value(0))
        #expect(ShrunkenGap([Proportion(4, of: 4), Proportion(7, of: 7)]).value == .value(0))
        #expect(ShrunkenGap([Proportion(4, of: 4)]).value == .undefined(.fewerThanTwoGroups))
    }
}
