/// Bounds of how far groups lie apart in one quantity that hold together for all pairs of groups.
struct SimultaneousRange {
    /// The largest lower bound of any pair's distance, at least 0.
    private(set) var low = 0.0
    /// The largest upper bound of any pair's distance.
    private(set) var high = 0.0
    /// The pair with that upper bound, the larger value first.
    private(set) var widest = [0, 0]
    /// How the bounds were made.
    let method: String
    /// Whether they were drawn at random.
    let isDrawn: Bool

    /// - Parameters:
    ///   - comparisons: the intervals that share the level; more than the pairs where several quantities are bounded.
    /// - Returns: nil with fewer than two groups that have a value, where too many replicates are undefined, and where a group
    ///   is of a single cluster.
    init?(_ metric: GroupMetric, of groups: [Sample], comparisons: Int, options: IntervalOptions) {
        let used = groups.indices.filter { groups[$0].quantity(metric).value != nil }
        guard used.count >= 2, metric.hasInterval else { return nil }
        let isClosed = metric.isProportion || metric == .auroc
        isDrawn = !isClosed
        guard isClosed else {
            method = BootstrapInterval.Resampling(
                clusters: groups.areClustered ? groups.clusterCount : nil, keepsClasses: options.keepsClasses
            ).name(metric.isBinned ? "bootstrap calibration bonferroni" : "bootstrap max")
            if metric.isBinned {
                guard let limits = Self.limits(metric, groups, used, options) else { return nil }
                for (place, one) in limits.enumerated() {
                    for (other, two) in limits.enumerated() where other != place {
                        low = max(low, one.low - two.high)
                        guard one.high - two.low > high else { continue }
                        (high, widest) = (one.high - two.low, [used[place], used[other]])
                    }
                }
                return
            }
            guard let bounds = StudentisedRange(metric, of: groups, used: used, options: options) else {
                return nil
            }
            (low, high, widest) = (bounds.low, bounds.high, bounds.widest)
            return
        }
        let isClustered = groups.areClustered
        method = Self.method(metric, options, isClustered) + " bonferroni"
        let level = options.level(sharedBy: comparisons)
        let limits = used.compactMap {
            GroupLimits(metric, of: groups[$0], level: level, method: options.proportion)
        }
        guard limits.count == used.count else { return nil }
        add(limits, places: used)
    }

    /// Intervals of calibration errors that hold for all groups together.
    private static func limits(
        _ metric: GroupMetric, _ groups: [Sample], _ used: [Int], _ options: IntervalOptions
    ) -> [Interval]? {
        let shared = options.at(level: options.level(sharedBy: used.count))
        let found = used.compactMap {
            GroupInterval.of(metric, in: groups[$0], place: $0, options: shared).interval
        }
        return found.count == used.count ? found : nil
    }

    private static func method(
        _ metric: GroupMetric, _ options: IntervalOptions, _ isClustered: Bool
    ) -> String {
        if metric == .auroc { return isClustered ? "obuchowski" : "delong" }
        let name =
            options.proportion == .wilson ? "newcombe" : "square-and-add \(options.proportion.rawValue)"
        return isClustered ? name + " clustered" : name
    }

    private mutating func add(_ limits: [GroupLimits], places: [Int]) {
        for first in limits.indices {
            for second in limits.indices.dropFirst(first + 1) {
                let isRising = limits[first].value < limits[second].value
                let (upper, lower) = isRising ? (second, first) : (first, second)
                let bounds = limits[upper].minus(limits[lower])
                low = max(low, bounds.low)
                let reach = max(bounds.high, -bounds.low)
                if reach > high { (high, widest) = (reach, [places[upper], places[lower]]) }
            }
        }
        high = min(1, high)
    }
}
