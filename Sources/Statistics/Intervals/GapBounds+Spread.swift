import RealModule

extension GapBounds {
    /// The largest log ratio of smoothed rates: from limits of every group that hold together, smoothed alike, so that
    /// the most and the least that any pair's ratio can be bound the largest.
    static func logRatio(
        _ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions, concentration: Double = 0.5
    ) -> BoundsOutcome {
        let used = groups.indices.filter { groups[$0].counts.total > 0 }
        guard used.count >= 2 else { return .undefined(.fewerThanTwoGroups) }
        let level = options.level(sharedBy: used.count)
        var logs: [[(low: Double, high: Double)]] = [[], []]
        for place in used {
            guard
                let limits = GroupLimits(
                    gap.quantities[0], of: groups[place], level: level, method: options.proportion)
            else { return .undefined(noLimits(groups)) }
            let trials = Double(groups[place].counts.total)
            func log(_ rate: Double) -> Double {
                Double.log((rate * trials + concentration) / (trials + 2 * concentration))
            }
            logs[0].append((log(limits.low), log(limits.high)))
            logs[1].append((log(1 - limits.high), log(1 - limits.low)))
        }
        var (low, high, widest) = (0.0, 0.0, [Int]())
        for outcome in logs {
            for (first, one) in outcome.enumerated() {
                for (second, other) in outcome.enumerated() where second != first {
                    low = max(low, one.low - other.high)
                    guard one.high - other.low > high else { continue }
                    (high, widest) = (one.high - other.low, [used[first], used[second]])
                }
            }
        }
        let name = options.proportion.rawValue + (groups.areClustered ? " clustered" : "")
        return .bounds(
            GapBounds(
                interval: Interval(
                    low: low, high: high, level: options.level, method: name + " bonferroni"),
                comparisons: used.count, widest: widest))
    }

    /// The variance of rates between groups, by what noncentral chi-squared allows.
    static func variance(
        _ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions
    ) -> BoundsOutcome {
        let used = groups.filter { $0.counts.total > 0 }
        guard used.count >= 2 else { return .undefined(.fewerThanTwoGroups) }
        let trials = gap.known(in: used) ?? used.map { Double($0.counts.total - 1) }
        var (rates, noise): ([Double], [Double]) = ([], [])
        for (group, trials) in zip(used, trials) {
            guard let rate = group.quantity(gap.quantities[0]).value, let trials, trials > 0 else {
                return .undefined(group.clusterCount == 1 ? .oneCluster : .oneRow)
            }
            rates.append(rate)
            noise.append(rate * (1 - rate) / trials)
        }
        guard let limits = VarianceLimits(rates: rates, noise: noise, level: options.level) else {
            return .undefined(.zeroVariance)
        }
        let interval = Interval(
            low: limits.bounds.low, high: limits.bounds.high, level: options.level,
            method: "noncentral chi-squared")
        return .bounds(GapBounds(interval: interval, comparisons: 1, widest: []))
    }

    /// Max - min of true rates that share a prior, for the shrunken gap.
    static func shrunken(
        _ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions
    ) -> BoundsOutcome {
        let used = groups.filter { $0.counts.total > 0 }
        guard used.count >= 2 else { return .undefined(.fewerThanTwoGroups) }
        let known = used.compactMap { EffectiveProportion(gap.quantities[0], of: $0) }
        guard known.count == used.count else { return .undefined(.oneCluster) }
        guard let estimate = gap.value(in: used).value,
            let range = ShrunkenRange(known, draws: options.draws, seed: options.seed)
        else { return .undefined(.zeroVariance) }
        return .bounds(
            GapBounds(
                interval: range.interval(estimate, level: options.level, seed: options.seed),
                comparisons: 1, widest: []))
    }
}
