/// Two classifiers compared, on the same images where they judged the same, else on independent ones.
///
/// Proportions of the same trials by McNemar's exact test, areas under the ROC curve by DeLong's, everything else
/// resampled and exchanged (spec/metrics.md, 4.3, 4.4 and 5.3); each result says whether it is paired.
package struct ModelComparison: Sendable {
    /// Whether both judged the same images.
    package let isPaired: Bool
    /// The keys of the declared groups, in their order.
    package let keys: [String]
    private let everybody: MatchedSamples
    private let groups: [MatchedSamples]
    private let options: IntervalOptions

    /// Two classifiers on the same images.
    package init(
        paired records: PairedRecords, by grouping: Grouping = .overall,
        options: IntervalOptions = IntervalOptions()
    ) throws(StatisticsError) {
        try records.first.requireUnweighted()
        try records.second.requireUnweighted()
        let places = try GroupPlaces(records.first, by: grouping)
        let sorted = (SortedRows(records.first), SortedRows(records.second))
        let all = records.first.labels.map { _ in Int32(0) }
        everybody = Self.matched(sorted, codes: all, count: 1)[0]
        groups = Self.matched(sorted, codes: places.codes, count: places.groupCount)
        keys = (0..<places.groupCount).map { places.levels(of: $0).joined(separator: "|") }
        isPaired = true
        self.options = options
    }

    /// Two classifiers on different images, with attributes of the same declared levels.
    package init(
        unpaired first: RecordTable, _ second: RecordTable, by grouping: Grouping = .overall,
        options: IntervalOptions = IntervalOptions()
    ) throws(StatisticsError) {
        try first.requireUnweighted()
        try second.requireUnweighted()
        let (one, two) = (try first.grouped(by: grouping), try second.grouped(by: grouping))
        keys = one.groups.map(\.key)
        guard keys == two.groups.map(\.key) else { throw .groupsDiffer(grouping: grouping.name) }
        everybody = MatchedSamples(first: one.everybody, second: two.everybody, images: nil)
        groups = zip(one.groups, two.groups).map {
            MatchedSamples(first: $0.sample, second: $1.sample, images: nil)
        }
        isPaired = false
        self.options = options
    }

    /// A quantity of everybody.
    package func overall(_ metric: GroupMetric) -> ModelDifference {
        QuantityComparison(metric, options: options).difference(everybody, place: 0)
    }

    /// A quantity of each declared group.
    package func groups(_ metric: GroupMetric) -> [ModelDifference] {
        let comparison = QuantityComparison(metric, options: options)
        return groups.enumerated().map { comparison.difference($1, place: $0 + 1) }
    }

    /// The difference of two gaps: whether one classifier treats the groups more alike than the other.
    package func gap(_ gap: GapMetric) -> ModelDifference {
        GapComparison(gap, groups: groups, isPaired: isPaired, options: options).difference()
    }

    /// The rows of each group in both tables, which have the same images.
    private static func matched(
        _ sorted: (SortedRows, SortedRows), codes: [Int32], count: Int
    ) -> [MatchedSamples] {
        var sizes = [Int32](repeating: 0, count: count)
        let images = codes.map { code -> Int32 in
            guard code >= 0 else { return -1 }
            defer { sizes[Int(code)] += 1 }
            return sizes[Int(code)]
        }
        func parts(_ sorted: SortedRows) -> ([Sample], [[Int32]]) {
            var places = [[Int32]](repeating: [], count: count)
            for row in sorted.rows where codes[Int(row)] >= 0 {
                places[Int(codes[Int(row)])].append(images[Int(row)])
            }
            let part = sorted.rows.map { row in
                codes[Int(row)] < 0 ? Int32(truncatingIfNeeded: count) : codes[Int(row)]
            }
            return (Array(sorted.sample.parts(part, count: count + 1).dropLast()), places)
        }
        let (first, second) = (parts(sorted.0), parts(sorted.1))
        return (0..<count).map { group in
            MatchedSamples(
                first: first.0[group], second: second.0[group], images: (first.1[group], second.1[group]))
        }
    }
}
