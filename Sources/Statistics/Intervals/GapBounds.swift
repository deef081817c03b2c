/// Lower and upper confidence bounds of a comparison of groups that hold for all of its groups together.
///
/// A max - min picks its groups from the data, so that no interval of one pair fits it, and a plain bootstrap is biased
/// upward twice (spec/metrics.md, 4.4). Here every pair's difference is bounded at a level shared by all pairs
/// (spec/metrics.md, 5.7): the upper bound is the largest upper bound of any pair, the lower bound the largest lower
/// bound, never below 0. This is what `upper(dp by age)`, `lower(...)` and claims of equivalence use.
package struct GapBounds: Sendable, Hashable {
    /// The bounds and how they were made.
    package let interval: Interval
    /// How many intervals share the level; 1 for a single joint bootstrap.
    package let comparisons: Int
    /// The indices of the pair of groups with the largest upper bound, the larger value first; empty where the
    /// comparison is no difference.
    package let widest: [Int]

    /// The bounds of a comparison; undefined where the comparison is, or where too many replicates are.
    package static func of(
        _ gap: GapMetric, in groups: [Sample], options: IntervalOptions = IntervalOptions()
    ) -> BoundsOutcome {
        if groups.contains(where: { $0.weights != nil }) { return .undefined(.weighted) }
        switch gap.form {
        case .smallest: return of(.min, gap.quantities[0], in: groups, options: options)
        case .ratio: return ratio(gap, groups, options)
        case .difference, .meanDifference: return difference(gap, groups, options)
        case .shrunken: return shrunken(gap, groups, options)
        case .logRatio: return logRatio(gap, groups, options)
        case .variance: return variance(gap, groups, options)
        case .gini: return gini(gap, groups, options)
        }
    }

    /// The claim that the gap is below `margin`.
    package func verdict(within margin: Double) -> EquivalenceVerdict {
        EquivalenceVerdict(interval, within: margin)
    }

    /// Max - min of one quantity, or for equalized odds of two, whose pairs then share the level.
    private static func difference(
        _ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions
    ) -> BoundsOutcome {
        let pairs = gap.quantities.map { metric in
            let used = groups.count { $0.quantity(metric).value != nil }
            return used * (used - 1) / 2
        }
        guard pairs.allSatisfy({ $0 > 0 }) else { return .undefined(.fewerThanTwoGroups) }
        let comparisons = pairs.reduce(0, +)
        let ranges = gap.quantities.compactMap {
            SimultaneousRange($0, of: groups, comparisons: comparisons, options: options)
        }
        guard ranges.count == pairs.count else {
            return .undefined(noLimits(groups, gap.quantities, options))
        }
        let widest = ranges.max { $0.high < $1.high }?.widest ?? []
        let isMean = gap.form == .meanDifference
        func combined(_ bounds: [Double]) -> Double {
            isMean ? bounds.reduce(0, +) / Double(bounds.count) : bounds.max() ?? 0
        }
        let isDrawn = ranges[0].isDrawn
        let interval = Interval(
            low: combined(ranges.map(\.low)), high: combined(ranges.map(\.high)), level: options.level,
            method: ranges[0].method, draws: isDrawn ? options.draws : nil, seed: isDrawn ? options.seed : nil
        )
        return .bounds(
            GapBounds(
                interval: interval, comparisons: isDrawn ? 1 : comparisons, widest: isMean ? [] : widest))
    }

    /// Why a group may have no limits.
    static func noLimits(
        _ groups: [Sample], _ metrics: [GroupMetric], _ options: IntervalOptions
    ) -> Undefined {
        if metrics.contains(where: { !$0.hasInterval }) { return .noInterval }
        if groups.contains(where: { $0.clusterCount == 1 }) { return .oneCluster }
        var few = options
        few.draws = min(options.draws, 99)
        let isFixed = metrics.filter { !options.isClosed($0) }.contains { metric in
            GroupReplicates(metric, of: groups, options: few).values.contains {
                BootstrapInterval.areAlike($0)
            }
        }
        return isFixed ? .zeroVariance : .replicatesUndefined
    }
}
