/// Intervals from the replicates of a bootstrap (spec/metrics.md, 4.4).
///
/// Never for max - min of groups: it is biased upward, and the bootstrap adds the bias a second time.
package struct BootstrapInterval: Sendable {
    /// The statistic on the data.
    package let estimate: Double
    /// The statistic on each resample, rising.
    private let replicates: [Double]

    /// - Parameter replicates: the statistic on each resample, in any order; at least one.
    package init(estimate: Double, replicates: [Double]) {
        precondition(!replicates.isEmpty, "a bootstrap has replicates")
        self.estimate = estimate
        self.replicates = replicates.sorted()
    }

    /// The percentile interval.
    package func percentile(level: Double = 0.95) -> Interval {
        Interval(
            low: quantile((1 - level) / 2), high: quantile((1 + level) / 2), level: level,
            method: "bootstrap percentile")
    }

    /// Bias-corrected and accelerated (Efron 1987); the percentile interval, which says so in its method, where the
    /// correction or the acceleration does not exist.
    ///
    /// - Parameter jackknife: for each stratum the statistic without each of its rows in turn.
    package func accelerated(jackknife: [[Double]], level: Double = 0.95) -> Interval {
        guard let acceleration = Self.acceleration(jackknife), bias.isFinite else {
            return percentile(level: level)
        }
        func corrected(_ tail: Double) -> Double {
            let shifted = bias + NormalDistribution.quantile(tail)
            return NormalDistribution.probability(below: bias + shifted / (1 - acceleration * shifted))
        }
        return Interval(
            low: quantile(corrected((1 - level) / 2)), high: quantile(corrected((1 + level) / 2)),
            level: level,
            method: "bootstrap bca")
    }

    /// z0: how far the median of the replicates lies from the estimate; infinite where all lie on one side.
    package var bias: Double {
        let below = replicates.count { $0 < estimate - 1e-12 }
        let equal = replicates.count { ($0 - estimate).magnitude <= 1e-12 }
        return NormalDistribution.quantile((Double(below) + Double(equal) / 2) / Double(replicates.count))
    }

    /// The acceleration from delete-one values of each stratum; nil where they do not vary.
    package static func acceleration(_ jackknife: [[Double]]) -> Double? {
        var (cubes, squares) = (CompensatedSum(), CompensatedSum())
        for stratum in jackknife where !stratum.isEmpty {
            let count = Double(stratum.count)
            let mean = stratum.compensatedSum() / count
            for value in stratum {
                let influence = (count - 1) * (mean - value)
                cubes.add(influence * influence * influence / (count * count * count))
                squares.add(influence * influence / (count * count))
            }
        }
        guard squares.value > 0 else { return nil }
        return cubes.value / (6 * squares.value * squares.value.squareRoot())
    }

    /// The value below which a share of the replicates lies, interpolated between order statistics (type 7).
    private func quantile(_ share: Double) -> Double {
        let position = min(max(share, 0), 1) * Double(replicates.count - 1)
        let index = min(Int(position), max(replicates.count - 2, 0))
        guard replicates.count > 1 else { return replicates[0] }
        return replicates[index] + (position - Double(index)) * (replicates[index + 1] - replicates[index])
    }
}
