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
        let samples = section.groups.map(\.sample)
        return columns.flatMap { metric in
            let found = Pairs(metric, of: samples, options: section.intervals)
            return found.pairs.map { pair in
                let (first, second) = (section.groups[pair.first], section.groups[pair.second])
                var number = section.number(
                    metric.rawValue, .value(pair.difference),
                    counts: first.sample.counts + second.sample.counts, direction: metric.direction,
                    of: [first.sample, second.sample])
                if section.options.hasIntervals { number.take(pair.interval) }
                number.test = pair.test.map { test in
                    ReportTest(
                        name: "no difference", method: found.words, statistic: test.statistic, p: test.p)
                }
                return ReportPair(metric: metric, first: first.key, second: second.key, number: number)
            }
        }
    }

    /// Each group's signed difference from the reference, where one was asked for and this grouping has it.
    var references: [ReportPair] {
        guard !section.isOverall, !section.isWeighted else { return [] }
        let declared = section.records.groups
        switch section.options.reference {
        case .none: return []
        case .overall: return columns.flatMap { references($0, to: .overall, named: "overall") }
        case .group(let key):
            guard let place = declared.firstIndex(where: { $0.key == key }) else { return [] }
            return columns.flatMap { references($0, to: .group(place), named: key) }
        }
    }

    /// The differences of all reported groups but the reference itself.
    private func references(
        _ metric: GroupMetric, to reference: ReferenceDifference.Reference, named name: String
    ) -> [ReportPair] {
        let found = ReferenceDifference.all(
            metric, in: section.records, to: reference, options: section.intervals)
        let reported = Set(section.groups.map(\.key))
        return zip(section.records.groups, found).compactMap { group, difference in
            guard reported.contains(group.key), group.key != name else { return nil }
            var number = section.number(
                metric.rawValue, difference.difference, counts: group.sample.counts,
                direction: metric.direction, of: [group.sample])
            if section.options.hasIntervals { number.take(difference.interval) }
            return ReportPair(metric: metric, first: group.key, second: name, number: number)
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
            && !section.isWeighted
    }
}

extension Pairs {
    /// The test's name in reports.
    fileprivate var words: String {
        guard isClustered else { return test.words }
        return test == .delong
            ? "Obuchowski, clustered groups" : "drawn permutations of clusters of two groups"
    }
}

extension PairTest {
    /// The test's name in reports.
    var words: String {
        switch self {
        case .fisher: "Fisher exact, two-sided"
        case .pooledZ: "pooled z"
        case .delong: "DeLong, independent groups"
        case .permutation: "drawn permutations of two groups"
        }
    }
}
