import Statistics

/// The groups of a section within each level of what its tests are adjusted for (spec/metrics.md, 5.3).
struct SectionStrata {
    /// The attributes adjusted for, such as `age`.
    let name: String
    /// The rows of each group in each stratum, `[stratum][group]`.
    let samples: [[Sample]]
    /// Rows of these groups that lack one of the attributes, and so take no part in the tests.
    let missing: Int

    /// The groups within strata; nil where nothing is adjusted for, or where everybody is one group.
    init?(
        _ table: RecordTable, _ groups: [Group], of grouping: Grouping, within strata: Grouping
    ) throws(StatisticsError) {
        guard !strata.attributes.isEmpty, !grouping.attributes.isEmpty else { return nil }
        let crossing = try table.grouped(by: Grouping(grouping.attributes + strata.attributes))
        let depth = grouping.attributes.count
        var places: [[String]: Int] = [:]
        for (place, group) in groups.enumerated() { places[group.levels] = place }
        var names: [[String]: Int] = [:]
        var samples: [[Sample]] = []
        for cell in crossing.groups {
            guard let place = places[Array(cell.levels.prefix(depth))] else { continue }
            let stratum = names[Array(cell.levels.dropFirst(depth))] ?? samples.count
            if stratum == samples.count {
                names[Array(cell.levels.dropFirst(depth))] = stratum
                samples.append(groups.map { _ in Sample(counts: Confusion()) })
            }
            samples[stratum][place] = cell.sample
        }
        name = strata.name
        self.samples = samples.filter { $0.contains { $0.counts.total > 0 } }
        let rows = self.samples.joined().reduce(0) { $0 + $1.counts.total }
        missing = groups.reduce(0) { $0 + $1.sample.counts.total } - rows
    }

    /// What the name of a test says of them.
    var words: String { " within \(name)" }
}
