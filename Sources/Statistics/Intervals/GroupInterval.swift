/// The interval of any quantity of one group (spec/metrics.md, section 4).
///
/// Proportions have theirs in closed form and areas under the ROC curve DeLong's; everything else is resampled. Of rows
/// that come in clusters proportions count effective trials, areas take Obuchowski's variance, and clusters are drawn.
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
            if !metric.hasInterval { return .undefined(.noInterval) }
            guard options.isClosed(metric) else { return resampled(metric, estimate, group, place, options) }
            if group.clusters != nil { return clustered(metric, estimate, group, options) }
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

    /// A proportion from its effective trials, an area with Obuchowski's variance.
    private static func clustered(
        _ metric: GroupMetric, _ estimate: Double, _ group: Sample, _ options: IntervalOptions
    ) -> IntervalOutcome {
        if let proportion = ClusteredProportion(metric, of: group) {
            return IntervalOutcome(
                proportion.interval(options.proportion, level: options.level), else: .oneCluster)
        }
        guard let area = ClusteredArea(group) else { return .undefined(.oneCluster) }
        return .interval(
            AreaComparison.interval(
                area: estimate, variance: area.influence.variance, level: options.level,
                scale: options.area, method: "obuchowski", degrees: area.degrees))
    }

    /// Resamples that are all alike say nothing of the error: a proportion then has its closed form.
    private static func fixed(
        _ metric: GroupMetric, _ group: Sample, _ options: IntervalOptions
    ) -> IntervalOutcome {
        guard metric.isProportion else { return .undefined(.zeroVariance) }
        var closed = options
        closed.resamplesAll = false
        return of(metric, in: group, options: closed)
    }

    private static func resampled(
        _ metric: GroupMetric, _ estimate: Double, _ group: Sample, _ place: Int, _ options: IntervalOptions
    ) -> IntervalOutcome {
        guard group.counts.total > 1 else { return .undefined(.oneRow) }
        if group.clusterCount == 1 { return .undefined(.oneCluster) }
        if metric.isBinned {
            return CalibrationInterval.of(metric, in: group, place: place, options: options)
        }
        let replicates = GroupReplicates(metric, of: [group], firstPlace: place, options: options).values[0]
        if BootstrapInterval.areAlike(replicates) { return fixed(metric, group, options) }
        guard
            let bootstrap = BootstrapInterval(
                estimate: estimate, mostlyDefined: replicates, seed: options.seed,
                resampling: .init(
                    clusters: group.clusterCount, keepsClasses: options.keepsClasses))
        else { return .undefined(.replicatesUndefined) }
        switch options.bootstrap {
        case .percentile: return .interval(bootstrap.percentile(level: options.level))
        case .bca:
            let jackknife = Jackknife.values(metric, of: group).map { [$0] } ?? []
            return .interval(bootstrap.accelerated(jackknife: jackknife, level: options.level))
        }
    }
}
