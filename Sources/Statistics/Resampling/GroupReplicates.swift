/// The values of one quantity on bootstrap resamples of each group (spec/metrics.md, 4.4).
///
/// Stratified: every group keeps its size, and on request its numbers of positives and negatives. A group's draws
/// depend on the seed and its place alone, so all quantities see the same resamples of rows. Rows that come in clusters
/// are drawn by whole clusters (`ClusterResample`).
package struct GroupReplicates: Sendable {
    /// For each group the quantity on each resample, NaN where it is undefined; empty for a group without rows.
    package let values: [[Double]]

    /// The replicates of some groups; a quantity of counts is drawn as counts, exactly as resampled rows give it.
    ///
    /// - Parameter firstPlace: the place of the first group, where only some of them are drawn.
    package init(
        _ metric: GroupMetric, of groups: [Sample], firstPlace: Int = 0, options: IntervalOptions
    ) {
        if groups.areClustered {
            values = Self.ofClusters(metric, groups, firstPlace, options)
            return
        }
        values = groups.enumerated().map { index, group in
            guard group.counts.total > 0 else { return [] }
            var source = RandomSource(seed: options.seed, stream: firstPlace + index)
            if metric.needs.contains(.scores) {
                return Self.ofRows(metric, group, options, &source)
            }
            return Self.ofCounts(metric, group.counts, options, &source)
        }
    }

    /// Resampled clusters: within each group, or all together where a cluster has rows in several groups.
    private static func ofClusters(
        _ metric: GroupMetric, _ groups: [Sample], _ firstPlace: Int, _ options: IntervalOptions
    ) -> [[Double]] {
        let all = ClusterResample(groups, keepsClasses: options.keepsClasses)
        guard !all.areShared else { return ofClusters(metric, groups, all, firstPlace, options) }
        return groups.enumerated().flatMap { index, group in
            let own = ClusterResample([group], keepsClasses: options.keepsClasses)
            return ofClusters(metric, [group], own, firstPlace + index, options)
        }
    }

    /// NaN for a group of a single cluster, of which nothing says how much it would vary.
    private static func ofClusters(
        _ metric: GroupMetric, _ groups: [Sample], _ clusters: ClusterResample, _ place: Int,
        _ options: IntervalOptions
    ) -> [[Double]] {
        var clusters = clusters
        var source = RandomSource(seed: options.seed, stream: place)
        let statistics = groups.map { group in
            (group.clusterCount ?? 0) > 1 ? RowStatistic(metric, of: group) : nil
        }
        var values = groups.map { _ in [Double]() }
        for _ in 0..<options.draws {
            clusters.draw(&source)
            for group in groups.indices where groups[group].counts.total > 0 {
                values[group].append(
                    statistics[group]?.value(clusters.multiplicities[group]) ?? .nan)
            }
        }
        return values
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
