import Statistics

/// The statistics whose speed is measured.
enum StatisticsBenchmarks {
    /// A statistic by name: `metrics-N` for N rows, `bootstrap-auroc`, `bootstrap-accuracy`, `permutation`, `delong`.
    static func run(_ name: String) throws -> Benchmarks.Run? {
        if name.hasPrefix("metrics-"), let count = Int(name.dropFirst(8)) { return try metrics(count) }
        switch name {
        case "bootstrap-auroc": return try bootstrap(.auroc)
        case "bootstrap-accuracy": return try bootstrap(.accuracy)
        case "permutation": return permutation
        case "delong": return try delong()
        default: return nil
        }
    }

    /// Every quantity and every gap of all rows by three attributes: from a table to numbers.
    private static func metrics(_ count: Int) throws -> Benchmarks.Run {
        let table = try table(count)
        let groupings = [["sex"], ["age"], ["fst"]].map { Grouping($0) }
        return {
            for records in try table.grouped(by: groupings) {
                let samples = records.groups.map(\.sample)
                let values = GroupMetric.allCases.map { metric in samples.map { $0.quantity(metric) } }
                for gap in GapMetric.allCases {
                    let columns = gap.quantities.compactMap { GroupMetric.allCases.firstIndex(of: $0) }
                    _ = gap.result(of: columns.map { values[$0] }, sizes: samples.map(\.counts.total))
                }
            }
        }
    }

    /// 2,000 stratified replicates of a quantity in 96 cells of 20,000 rows.
    private static func bootstrap(_ metric: GroupMetric) throws -> Benchmarks.Run {
        let records = try table(20_000).grouped(by: Grouping(["sex", "age", "fst"]))
        let samples = records.groups.map(\.sample)
        var options = IntervalOptions()
        options.draws = 2_000
        return { [options] in _ = GroupReplicates(metric, of: samples, options: options) }
    }

    /// The exact permutation p of max - min for 8 groups of 1,200.
    private static func permutation() {
        _ = RangeNull((0..<8).map { Proportion(190 + 5 * $0, of: 1_200) })?.permutationP
    }

    /// Two classifiers on the same 100,000 images: areas, variances, covariance.
    private static func delong() throws -> Benchmarks.Run {
        let table = try table(100_000)
        var source = RandomSource(seed: 9)
        let labels = table.labels.map { $0 == 1 }
        let first = table.scores ?? []
        let second = first.map { 0.8 * $0 + 0.2 * source.unit() }
        return { _ = AreaComparison(paired: labels, first, second)?.standardError }
    }

    /// Rows with attributes of 2, 8 and 6 levels.
    private static func table(_ count: Int) throws -> RecordTable {
        var source = RandomSource(seed: 1)
        let labels = (0..<count).map { _ in source.unit() < 0.3 }
        let scores = labels.map { ($0 ? 0.2 : 0) + 0.8 * source.unit() }
        let attributes = [("sex", 2), ("age", 8), ("fst", 6)].map { name, levels in
            let codes = (0..<count).map { _ in Int32(Double(levels) * source.unit()) }
            return AttributeColumn(name: name, levels: (0..<levels).map(String.init), codes: codes)
        }
        return try RecordTable(labels: labels, scores: scores, attributes: attributes)
    }
}
