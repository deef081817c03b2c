import RealModule

/// The largest log ratio of smoothed selection rates of two groups: Foulds et al. 2020.
package struct DifferentialFairness: Sendable, Hashable {
    /// Epsilon: e to it bounds how many times likelier one group is to be selected, or passed over, than another.
    package let epsilon: Double
    /// The indices of the two groups that attain it, the likelier first.
    package let pair: [Int]

    /// Of selection rates, smoothed by adding `concentration` to the selected and to the others.
    ///
    /// - Returns: nil with fewer than two groups that have trials.
    package init?(_ selected: [Proportion], concentration: Double = 0.5) {
        let groups = selected.indices.filter { selected[$0].trials > 0 }
        guard groups.count >= 2 else { return nil }
        let logs = selected.map { group in
            let total = Double(group.trials) + 2 * concentration
            return [
                Double.log((Double(group.successes) + concentration) / total),
                Double.log((Double(group.trials - group.successes) + concentration) / total),
            ]
        }
        var best = (epsilon: -1.0, pair: [0, 0])
        for outcome in 0..<2 {
            guard let high = groups.max(by: { logs[$0][outcome] < logs[$1][outcome] }),
                let low = groups.min(by: { logs[$0][outcome] < logs[$1][outcome] })
            else { continue }
            let ratio = logs[high][outcome] - logs[low][outcome]
            if ratio > best.epsilon { best = (ratio, [high, low]) }
        }
        epsilon = best.epsilon
        pair = best.pair
    }
}
