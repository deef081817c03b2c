/// Bounds of all pairwise distances from the bootstrap of their largest studentised deviation.
///
/// With e_g = m*_g - m_g and s_g its standard deviation, c is the quantile of max |e_i - e_j| / s_ij over the pairs,
/// s_ij = sqrt(s_i^2 + s_j^2); then all |m_i - m_j| +- c s_ij hold together (Romano & Wolf 2005 give the principle).
struct StudentisedRange {
    /// The largest lower bound of any pair, at least 0.
    private(set) var low = 0.0
    /// The largest upper bound of any pair.
    private(set) var high = 0.0
    /// The pair with that upper bound, the larger value first.
    private(set) var widest = [0, 0]

    /// The most pairs times draws: beyond it fewer draws are used, at least 199.
    private static let budget = 400_000_000

    /// - Parameter used: the indices of the groups that have a value, two or more.
    /// - Returns: nil where more than 5 % of a group's replicates are undefined, or all are alike.
    init?(_ metric: GroupMetric, of groups: [Sample], used: [Int], options: IntervalOptions) {
        let pairs = used.count * (used.count - 1) / 2
        var options = options
        options.draws = min(options.draws, max(199, Self.budget / pairs))
        let replicates = GroupReplicates(metric, of: groups, options: options).values
        var values: [Double] = []
        var deviations: [[Double]] = []
        for place in used {
            guard let value = groups[place].quantity(metric).value,
                options.draws > 0, replicates[place].count(where: \.isNaN) * 20 <= options.draws
            else { return nil }
            values.append(value)
            deviations.append(replicates[place].map { $0.isNaN ? 0 : $0 - value })
        }
        let variances = deviations.map(Self.variance)
        guard variances.allSatisfy({ $0 > 0 }) else { return nil }
        let isBounded = metric.isBounded
        let critical = Self.critical(deviations, variances, level: options.level)
        for first in used.indices {
            for second in used.indices.dropFirst(first + 1) {
                let distance = (values[first] - values[second]).magnitude
                let reach = Self.reach(critical, of: [first, second].map { groups[used[$0]] })
                let half = reach * (variances[first] + variances[second]).squareRoot()
                low = max(low, distance - half)
                guard distance + half > high else { continue }
                high = isBounded ? min(1, distance + half) : distance + half
                let isRising = values[first] < values[second]
                widest = isRising ? [used[second], used[first]] : [used[first], used[second]]
            }
        }
    }

    /// The same quantile of Student's t where the groups' deviations come from few clusters.
    private static func reach(_ critical: Double, of pair: [Sample]) -> Double {
        guard let units = pair.compactMap(\.clusterCount).min(), units > 1 else { return critical }
        let level = 1 - NormalDistribution.twoSided(min(critical, 6))
        return max(critical, StudentDistribution.expandedReach(level, units: units))
    }

    private static func variance(_ deviations: [Double]) -> Double {
        let mean = deviations.compensatedSum() / Double(deviations.count)
        return deviations.map { ($0 - mean) * ($0 - mean) }.compensatedSum() / Double(deviations.count)
    }

    /// The quantile at `level` of the largest studentised deviation of a pair, over the draws.
    private static func critical(_ deviations: [[Double]], _ variances: [Double], level: Double) -> Double {
        let draws = deviations[0].count
        var largest = [Double](repeating: 0, count: draws)
        for first in deviations.indices {
            for second in deviations.indices.dropFirst(first + 1) {
                let variance = variances[first] + variances[second]
                guard variance > 0 else { continue }
                let scale = 1 / variance.squareRoot()
                let (left, right) = (deviations[first], deviations[second])
                for draw in 0..<draws {
                    largest[draw] = max(largest[draw], (left[draw] - right[draw]).magnitude * scale)
                }
            }
        }
        largest.sort()
        return largest[min(draws - 1, Int((level * Double(draws)).rounded(.up)) - 1)]
    }
}
