/// The interval of any quantity of one group (spec/metrics.md, section 4).
///
/// Proportions have theirs in closed form and areas under the ROC curve DeLong's; everything else is resampled.
package enum GroupInterval {
    /// The interval of a quantity.
    ///
    /// - Parameter place: the index of the group among its groups: each has random numbers of its own.
    package static func of(
        _ metric: GroupMetric, in group: Sample, place: Int = 0, options: IntervalOptions = IntervalOptions()
    ) -> IntervalOutcome {
        if group.weights != nil { return .undefined(.weighted) }
        switch group.quantity(metric) {
        case .undefined(let reason): return .undefined(reason)
        case .value(let estimate):
            if metric == .aurocVariance { return .undefined(.noInterval) }
            guard options.isClosed(metric) else { return resampled(metric, estimate, group, place, options) }
            if let proportion = metric.proportion(of: group.counts) {
                return IntervalOutcome(options.proportion(proportion, level: options.level), else: .noRows)
            }
            return area(estimate, group, options)
        }
    }

    private static func area(_ area: Double, _ group: Sample, _ options: IntervalOptions) -> IntervalOutcome {
        switch group.quantity(.aurocVariance) {
        case .undefined(let reason): .undefined(reason)
        case .value(let variance):
            .interval(
                AreaComparison.interval(
                    area: area, variance: variance, level: options.level, scale: options.area))
        }
    }

    private static func resampled(
        _ metric: GroupMetric, _ estimate: Double, _ group: Sample, _ place: Int, _ options: IntervalOptions
    ) -> IntervalOutcome {
        guard group.counts.total > 1 else { return .undefined(.oneRow) }
        let replicates = GroupReplicates(metric, of: [group], firstPlace: place, options: options).values[0]
        guard
            let bootstrap = BootstrapInterval(
                estimate: estimate, mostlyDefined: replicates, seed: options.seed)
        else { return .undefined(.replicatesUndefined) }
        if metric.isBinned { return .interval(bootstrap.centred(level: options.level, within: 0...1)) }
        switch options.bootstrap {
        case .percentile: return .interval(bootstrap.percentile(level: options.level))
        case .bca:
            let jackknife = Jackknife.values(metric, of: group).map { [$0] } ?? []
            return .interval(bootstrap.accelerated(jackknife: jackknife, level: options.level))
        }
    }
}
