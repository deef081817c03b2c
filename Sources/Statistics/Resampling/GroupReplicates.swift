/// The values of one quantity on bootstrap resamples of each group (spec/metrics.md, 4.4).
///
/// Stratified: every group keeps its size, and on request its numbers of positives and negatives. A group's draws
/// depend on the seed and its place alone, so all quantities see the same resamples of rows.
package struct GroupReplicates: Sendable {
    /// For each group the quantity on each resample, NaN where it is undefined; empty for a group without rows.
    package let values: [[Double]]

    /// The replicates of some groups; a quantity of counts is drawn as counts, exactly as resampled rows give it.
    ///
    /// - Parameter firstPlace: the place of the first group, where only some of them are drawn.
    package init(
        _ metric: GroupMetric, of groups: [Sample], firstPlace: Int = 0, options: IntervalOptions
    ) {
        values = groups.enumerated().map { index, group in
            guard group.counts.total > 0 else { return [] }
            var source = RandomSource(seed: options.seed, stream: firstPlace + index)
            if metric.needs.contains(.scores) {
                return Self.ofRows(metric, group, options, &source)
            }
            return Self.ofCounts(metric, group.counts, options, &source)
        }
    }

    /// Resampled counts: one multinomial draw of the four outcomes.
    private static func ofCounts(
        _ metric: GroupMetric, _ counts: Confusion, _ options: IntervalOptions, _ source: inout RandomSource
    ) -> [Double] {
        if let proportion = metric.proportion(of: counts), proportion.trials == counts.total,
            !options.keepsClasses
        {
            let table = BinomialTable(proportion)
            let trials = Double(proportion.trials)
            return (0..<options.draws).map { _ in Double(table.draw(&source)) / trials }
        }
        return (0..<options.draws).map { _ in
            let drawn = counts.resampled(keepsClasses: options.keepsClasses, &source)
            return Sample(counts: drawn).quantity(metric).value ?? .nan
        }
    }

    /// Resampled rows, as how often each row is drawn.
    private static func ofRows(
        _ metric: GroupMetric, _ group: Sample, _ options: IntervalOptions, _ source: inout RandomSource
    ) -> [Double] {
        guard let statistic = RowStatistic(metric, of: group) else { return [] }
        var rows = RowResample(group, keepsClasses: options.keepsClasses)
        return (0..<options.draws).map { _ in
            rows.draw(&source)
            return statistic.value(rows.multiplicities) ?? .nan
        }
    }
}
