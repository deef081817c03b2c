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
            else { return .undefined(noLimits(groups, gap.quantities, options)) }
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

    /// The bounds of max - min itself.
    ///
    /// A shrunken gap estimates the same true gap; bounds from the prior are shorter, and hold only where the groups
    /// share it: of groups of which one lies apart they held 84 % of the time in place of 95, and less the more groups
    /// there are.
    static func shrunken(
        _ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions
    ) -> BoundsOutcome {
        let raw = of(.difference(of: gap.quantities[0]), in: groups, options: options)
        guard case .bounds(let bounds) = raw else { return raw }
        switch gap.value(in: groups) {
        case .undefined(let reason): return .undefined(reason)
        case .value(let estimate):
            return .bounds(
                GapBounds(
                    interval: bounds.interval.holding(estimate), comparisons: bounds.comparisons,
                    widest: bounds.widest))
        }
    }

    /// Gini's coefficient of the groups' rates, from limits of their variance and of their mean.
    ///
    /// K rates with mean m and standard deviation s (divisor K) have one of s sqrt(K - 1) / (K m), all equal but one,
    /// to s sqrt((K^2 - 1) / 3) / (K m), evenly spaced: sum |x_i - x_j| = 2 sum (2 r - K - 1) x_(r), bounded above by
    /// Cauchy and Schwarz, and below on the rays of the cone of rising x. Never above (K - 1) / K.
    static func gini(_ gap: GapMetric, _ groups: [Sample], _ options: IntervalOptions) -> BoundsOutcome {
        // A fifth of the error for the mean, which all rows tell of.
        let (ofVariance, ofMean) = (1 - 0.8 * (1 - options.level), 1 - 0.2 * (1 - options.level))
        let spread = variance(.accuracyVariance, groups, options.at(level: ofVariance))
        guard case .bounds(let variance) = spread else { return spread }
        let middle = of(.mean, gap.quantities[0], in: groups, options: options.at(level: ofMean))
        guard case .bounds(let mean) = middle else { return middle }
        let value = gap.value(in: groups)
        guard case .value(let estimate) = value else { return .undefined(value.reason ?? .zeroMean) }
        let count = Double(groups.count { $0.counts.total > 0 })
        func deviation(_ variance: Double) -> Double { (variance * (count - 1) / count).squareRoot() }
        func ratio(_ deviation: Double, _ mean: Double, _ shape: Double) -> Double {
            let most = (count - 1) / count
            return mean > 0 ? min(most, deviation * shape.squareRoot() / (count * mean)) : most
        }
        let low = ratio(deviation(variance.interval.low), mean.interval.high, count - 1)
        let high = ratio(deviation(variance.interval.high), mean.interval.low, (count * count - 1) / 3)
        let interval = Interval(
            low: low, high: high, level: options.level, method: "noncentral chi-squared gini")
        return .bounds(GapBounds(interval: interval.holding(estimate), comparisons: 2, widest: []))
    }
}
