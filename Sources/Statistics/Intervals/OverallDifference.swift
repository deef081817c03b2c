/// The differences of groups from everybody, who contain them.
///
/// For a proportion p_g - p = (1 - w)(p_g - p_rest) with w the group's share of the trials, so that the interval is
/// Newcombe's of the group and the rest, narrowed by 1 - w. Other quantities, and rows that come in clusters, are
/// resampled within all groups at once.
struct OverallDifference {
    private let metric: GroupMetric
    private let records: GroupedRecords
    private let options: IntervalOptions

    /// The differences in one quantity.
    init(_ metric: GroupMetric, records: GroupedRecords, options: IntervalOptions) {
        self.metric = metric
        self.records = records
        self.options = options
    }

    /// One difference for each declared group.
    func all() -> [ReferenceDifference] {
        let overall = records.everybody.quantity(metric)
        let differences = records.groups.map {
            $0.sample.quantity(metric).combined(with: overall) { $0 - $1 }
        }
        let isWeighted = records.everybody.weights != nil
        let isClustered = records.everybody.clusters != nil
        let isClosed = metric.isProportion && !isClustered
        let resampled = isClosed || isWeighted || metric.isBinned ? [] : replicates()
        return differences.indices.map { group in
            guard case .value(let value) = differences[group] else {
                let reason = differences[group].reason ?? .noRows
                return ReferenceDifference(difference: differences[group], interval: .undefined(reason))
            }
            let interval: IntervalOutcome =
                if isWeighted {
                    .undefined(.weighted)
                } else if metric.isBinned || !metric.hasInterval {
                    // Fewer rows make the error larger, and everybody has more.
                    .undefined(.noInterval)
                } else if isClosed {
                    interval(ofProportion: group)
                } else {
                    interval(value, resampled.isEmpty ? [] : resampled[group], records.groups[group].sample)
                }
            return ReferenceDifference(difference: differences[group], interval: interval)
        }
    }

    private func interval(ofProportion group: Int) -> IntervalOutcome {
        guard let part = metric.proportion(of: records.groups[group].sample.counts),
            let whole = metric.proportion(of: records.everybody.counts), whole.trials > part.trials
        else { return .undefined(.isReference) }
        let rest = Proportion(whole.successes - part.successes, of: whole.trials - part.trials)
        let share = Double(rest.trials) / Double(whole.trials)
        let interval = DifferenceInterval.newcombe(part, rest, level: options.level)
        return IntervalOutcome(interval?.scaled(by: share, method: "newcombe to overall"), else: .noRows)
    }

    private func interval(
        _ difference: Double, _ replicates: [Double], _ group: Sample
    ) -> IntervalOutcome {
        guard !replicates.isEmpty else { return .undefined(.noInterval) }
        let bootstrap = BootstrapInterval(
            estimate: difference, mostlyDefined: replicates, seed: options.seed,
            resampling: .init(
                clusters: group.clusterCount, keepsClasses: options.keepsClasses))
        return IntervalOutcome(bootstrap?.percentile(level: options.level), else: .replicatesUndefined)
    }

    /// For each group its difference from everybody in each resample.
    private func replicates() -> [[Double]] {
        let parts = records.groups.map(\.sample) + [records.ungrouped]
        guard let whole = RowStatistic(metric, pooling: parts) else { return [] }
        let statistics = parts.map { RowStatistic(metric, of: $0) }
        if records.everybody.clusters != nil { return clusteredReplicates(parts, whole, statistics) }
        var rows = parts.map { RowResample($0, keepsClasses: options.keepsClasses) }
        var source = RandomSource(seed: options.seed, stream: 0)
        var differences = [[Double]](repeating: [], count: records.groups.count)
        for _ in 0..<options.draws {
            for part in rows.indices { rows[part].draw(&source) }
            let overall = whole.value(rows.flatMap(\.multiplicities)) ?? .nan
            for group in differences.indices {
                let value = statistics[group]?.value(rows[group].multiplicities) ?? .nan
                differences[group].append(value - overall)
            }
        }
        return differences
    }

    /// The same from clusters drawn whole; NaN for a group of a single cluster.
    private func clusteredReplicates(
        _ parts: [Sample], _ whole: RowStatistic, _ statistics: [RowStatistic?]
    ) -> [[Double]] {
        var clusters = ClusterResample(parts, keepsClasses: options.keepsClasses)
        let isKnown = parts.map { clusters.areShared || ($0.clusterCount ?? 0) > 1 }
        var source = RandomSource(seed: options.seed, stream: 0)
        var differences = [[Double]](repeating: [], count: records.groups.count)
        for _ in 0..<options.draws {
            clusters.draw(&source)
            let overall = whole.value(clusters.multiplicities.flatMap(\.self)) ?? .nan
            for group in differences.indices {
                let value = statistics[group]?.value(clusters.multiplicities[group]) ?? .nan
                differences[group].append(isKnown[group] ? value - overall : .nan)
            }
        }
        return differences
    }
}
