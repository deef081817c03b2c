import Statistics

/// Compares the groups of a section two by two, and each with the reference (spec/metrics.md, 5.5).
struct PairBuilder {
    /// The most groups whose pairs are all tested.
    static let maximumGroups = 24

    private let section: SectionBuilder
    private let columns: [GroupMetric]

    /// The pairs of a section's groups in its columns.
    init(section: SectionBuilder, columns: [GroupMetric]) {
        self.section = section
        self.columns = columns
    }

    /// All pairs in declared order, where a correction was asked for.
    var pairs: [ReportPair] {
        guard isAsked, section.groups.count <= Self.maximumGroups else { return [] }
        return columns.flatMap { metric in
            section.groups.indices.flatMap { first in
                section.groups.indices.dropFirst(first + 1).compactMap { second in
                    pair(metric, section.groups[first], section.groups[second])
                }
            }
        }
    }

    /// Each group's signed difference from the reference, where one was asked for and this grouping has it.
    var references: [ReportPair] {
        guard !section.isOverall else { return [] }
        switch section.options.reference {
        case .none: return []
        case .overall:
            return columns.flatMap { metric in section.groups.compactMap { fromOverall(metric, $0) } }
        case .group(let key):
            guard let reference = section.groups.first(where: { $0.key == key }) else { return [] }
            let others = section.groups.filter { $0.key != key }
            return columns.flatMap { metric in others.compactMap { pair(metric, $0, reference) } }
        }
    }

    /// Says where pairs were not tested.
    var notes: [ReportNote] {
        guard isAsked, section.groups.count > Self.maximumGroups else { return [] }
        let count = section.groups.count
        return [
            ReportNote(
                code: .untestedPairs,
                text: "the \(Decimals.thousands(count * (count - 1) / 2)) pairs of \(count) groups are not "
                    + "tested one by one; at most \(Self.maximumGroups) groups are")
        ]
    }

    private var isAsked: Bool {
        section.options.correction != nil && section.options.hasTests && !section.isOverall
    }

    /// Two groups of different images: proportions by Newcombe and Fisher, areas by DeLong.
    private func pair(_ metric: GroupMetric, _ first: Group, _ second: Group) -> ReportPair? {
        let difference = first.sample.quantity(metric)
            .combined(with: second.sample.quantity(metric)) { $0 - $1 }
        var number = section.number(
            metric.rawValue, difference, counts: first.sample.counts + second.sample.counts,
            direction: metric.direction)
        let level = section.options.level
        if let one = metric.proportion(of: first.sample.counts),
            let two = metric.proportion(of: second.sample.counts)
        {
            number.interval = DifferenceInterval.newcombe(one, two, level: level)
            number.test = ProportionTest.fisher(one, two).map { Self.test($0, "Fisher exact, two-sided") }
        } else if metric == .auroc,
            let areas = AreaComparison(independent: first.sample, second.sample)
        {
            number.interval = areas.interval(level: level)
            number.test = areas.test.map { Self.test($0, "DeLong, independent groups") }
        }
        if !section.options.hasIntervals { number.interval = nil }
        if !section.options.hasTests { number.test = nil }
        return ReportPair(metric: metric, first: first.key, second: second.key, number: number)
    }

    /// A group less everybody; without a test, for the group is part of everybody.
    private func fromOverall(_ metric: GroupMetric, _ group: Group) -> ReportPair? {
        let everybody = section.records.everybody
        let difference = group.sample.quantity(metric).combined(with: everybody.quantity(metric)) { $0 - $1 }
        let number = section.number(
            metric.rawValue, difference, counts: group.sample.counts, direction: metric.direction)
        return ReportPair(metric: metric, first: group.key, second: "overall", number: number)
    }

    private static func test(_ result: TestResult, _ method: String) -> ReportTest {
        ReportTest(name: "no difference", method: method, statistic: result.statistic, p: result.p)
    }
}
