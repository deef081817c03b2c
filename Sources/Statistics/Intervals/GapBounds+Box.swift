extension GapBounds {
    /// The bounds of an extreme, or of the mean, of a quantity over the groups.
    ///
    /// Every group's interval holds at a level shared by all groups, so that the extremes of their ends bound the
    /// extreme, whichever group has it. The mean needs no sharing: Zou & Donner 2008.
    package static func of(
        _ extreme: MetricRequest.Extreme, _ metric: GroupMetric, in groups: [Sample],
        options: IntervalOptions = IntervalOptions()
    ) -> BoundsOutcome {
        if groups.contains(where: { $0.weights != nil }) { return .undefined(.weighted) }
        guard extreme != .worst || metric.direction != .neither else { return .undefined(.noDirection) }
        let used = groups.indices.filter { groups[$0].quantity(metric).value != nil }
        guard used.count >= 2 else { return .undefined(.fewerThanTwoGroups) }
        let shared = extreme == .mean ? 1 : used.count
        guard let box = Box(metric, of: groups, used: used, sharedBy: shared, options: options) else {
            return .undefined(noLimits(groups, [metric], options))
        }
        let ends: (low: Double, high: Double)
        switch (extreme, metric.direction) {
        case (.max, _), (.worst, .lowerIsBetter): ends = box.highest
        case (.min, _), (.worst, _): ends = box.lowest
        case (.mean, _): ends = box.mean
        }
        let interval = Interval(
            low: ends.low, high: ends.high, level: options.level,
            method: extreme == .mean ? box.method + " mean" : box.method + " bonferroni",
            draws: box.isDrawn ? options.draws : nil, seed: box.isDrawn ? options.seed : nil)
        return .bounds(GapBounds(interval: interval, comparisons: shared, widest: []))
    }

    /// The smaller over the larger rate, for equalized odds the smaller of two such ratios.
    static func ratio(_ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions) -> BoundsOutcome {
        let used = gap.quantities.map { metric in
            groups.indices.filter { groups[$0].quantity(metric).value != nil }
        }
        guard used.allSatisfy({ $0.count >= 2 }) else { return .undefined(.fewerThanTwoGroups) }
        let shared = used.reduce(0) { $0 + $1.count }
        var (low, high) = (1.0, 1.0)
        var methods: [String] = []
        var isDrawn = false
        for (metric, used) in zip(gap.quantities, used) {
            guard let box = Box(metric, of: groups, used: used, sharedBy: shared, options: options) else {
                return .undefined(noLimits(groups, gap.quantities, options))
            }
            guard box.highest.high > 0 else { return .undefined(.zeroMaximum) }
            // Below 0 a ratio does not order its groups.
            guard box.lowest.low >= 0 else { return .undefined(.noInterval) }
            low = min(low, box.lowest.low / box.highest.high)
            if box.highest.low > 0 { high = min(high, box.lowest.high / box.highest.low) }
            methods.append(box.method)
            isDrawn = isDrawn || box.isDrawn
        }
        let interval = Interval(
            low: low, high: high, level: options.level, method: methods[0] + " bonferroni",
            draws: isDrawn ? options.draws : nil, seed: isDrawn ? options.seed : nil)
        return .bounds(GapBounds(interval: interval, comparisons: shared, widest: []))
    }

    /// The intervals of all groups that have a value.
    private struct Box {
        let limits: [GroupLimits]
        let method: String
        let isDrawn: Bool

        init?(
            _ metric: GroupMetric, of groups: [Sample], used: [Int], sharedBy count: Int,
            options: IntervalOptions
        ) {
            let level = options.level(sharedBy: count)
            isDrawn = !(metric.isProportion || metric == .auroc)
            var limits: [GroupLimits] = []
            for place in used {
                if isDrawn {
                    let outcome = GroupInterval.of(
                        metric, in: groups[place], place: place, options: options.at(level: level))
                    guard let value = groups[place].quantity(metric).value, let found = outcome.interval
                    else {
                        return nil
                    }
                    limits.append(GroupLimits(value: value, low: found.low, high: found.high))
                } else {
                    let found = GroupLimits(
                        metric, of: groups[place], level: level, method: options.proportion)
                    guard let found else { return nil }
                    limits.append(found)
                }
            }
            self.limits = limits
            let isClustered = groups.areClustered
            let closed =
                metric == .auroc
                ? (isClustered ? "obuchowski" : "delong")
                : options.proportion.rawValue + (isClustered ? " clustered" : "")
            let drawn = (isClustered ? "cluster " : "") + "bootstrap \(options.bootstrap.rawValue)"
            method = isDrawn ? drawn : closed
        }

        /// Bounds of the largest value.
        var highest: (low: Double, high: Double) {
            (limits.map(\.low).max() ?? 0, limits.map(\.high).max() ?? 0)
        }

        /// Bounds of the smallest value.
        var lowest: (low: Double, high: Double) {
            (limits.map(\.low).min() ?? 0, limits.map(\.high).min() ?? 0)
        }

        /// Bounds of the mean, by the square-and-add rule.
        var mean: (low: Double, high: Double) {
            let count = Double(limits.count)
            let mean = limits.map(\.value).compensatedSum() / count
            let below = limits.map { ($0.value - $0.low) * ($0.value - $0.low) }.compensatedSum()
            let above = limits.map { ($0.high - $0.value) * ($0.high - $0.value) }.compensatedSum()
            return (mean - below.squareRoot() / count, mean + above.squareRoot() / count)
        }
    }
}
