/// Intervals from the replicates of a bootstrap (spec/metrics.md, 4.4).
///
/// Never for max - min of groups: it is biased upward, and the bootstrap adds the bias a second time.
package struct BootstrapInterval: Sendable {
    /// The statistic on the data.
    package let estimate: Double
    /// The statistic on each resample, rising.
    private let replicates: [Double]
    private let seed: UInt64?
    private let resampling: Resampling

    /// What was drawn, for the report.
    package struct Resampling: Sendable, Hashable {
        /// How many whole clusters were drawn; nil where rows were.
        package var clusters: Int?
        /// Whether rows were drawn within their class.
        package var keepsClasses = false

        /// Rows of a group, whatever their class.
        package init(clusters: Int? = nil, keepsClasses: Bool = false) {
            self.clusters = clusters
            self.keepsClasses = keepsClasses
        }

        /// The name of an interval from such resamples.
        func name(_ method: String) -> String {
            (clusters == nil ? "" : "cluster ") + method + (keepsClasses ? " by class" : "")
        }

        /// The share of replicates beyond each end of an interval.
        ///
        /// Replicates of K clusters vary too little, by (K - 1) / K, and how much they vary is known from K values alone:
        /// for clusters the tails are those of Student's t with K - 1 degrees, widened by sqrt(K / (K - 1)), as normal
        /// shares (Hesterberg 2015, "expanded percentile"; Cameron, Gelbach & Miller 2008 for why).
        func tail(level: Double) -> Double {
            guard let clusters, clusters > 1 else { return (1 - level) / 2 }
            return NormalDistribution.probability(
                below: -StudentDistribution.expandedReach(level, units: clusters))
        }
    }

    /// - Parameters:
    ///   - replicates: the statistic on each resample, in any order; at least one.
    ///   - seed: where the resamples came from, for the report.
    ///   - resampling: what was drawn, for the report.
    package init(
        estimate: Double, replicates: [Double], seed: UInt64? = nil, resampling: Resampling = Resampling()
    ) {
        precondition(!replicates.isEmpty, "a bootstrap has replicates")
        self.estimate = estimate
        self.replicates = replicates.sorted()
        self.seed = seed
        self.resampling = resampling
    }

    /// The replicates that are defined; nil where more than 5 % of them are not (spec/metrics.md, 4.4).
    ///
    /// - Parameter replicates: NaN where the statistic is undefined.
    package init?(
        estimate: Double, mostlyDefined replicates: [Double], seed: UInt64,
        resampling: Resampling = Resampling()
    ) {
        let defined = replicates.filter { !$0.isNaN }
        guard !defined.isEmpty, defined.count * 100 >= replicates.count * 95 else { return nil }
        self.init(
            estimate: estimate, replicates: defined, seed: seed, resampling: resampling)
    }

    /// The percentile interval.
    package func percentile(level: Double = 0.95) -> Interval {
        let tail = resampling.tail(level: level)
        return interval(quantile(tail), quantile(1 - tail), level, "bootstrap percentile")
    }

    /// The percentile interval moved so that the mean replicate falls on the estimate: for statistics that
    /// resampling biases, as differences of max - min and calibration errors.
    ///
    /// - Parameter limits: the values that the statistic can take.
    package func centred(
        level: Double = 0.95, within limits: ClosedRange<Double> = -.infinity ... .infinity
    ) -> Interval {
        let shift = estimate - replicates.compensatedSum() / Double(replicates.count)
        let tail = resampling.tail(level: level)
        let (low, high) = (quantile(tail) + shift, quantile(1 - tail) + shift)
        return interval(
            max(low, limits.lowerBound), min(high, limits.upperBound), level, "bootstrap centred")
    }

    private func interval(_ low: Double, _ high: Double, _ level: Double, _ method: String) -> Interval {
        Interval(
            low: low, high: high, level: level, method: resampling.name(method),
            draws: seed.map { _ in replicates.count },
            seed: seed)
    }

    /// Bias-corrected and accelerated (Efron 1987); the percentile interval, which says so in its method, where the
    /// correction or the acceleration does not exist.
    ///
    /// - Parameter jackknife: for each stratum the statistic without each of its rows in turn.
    package func accelerated(jackknife: [[Double]], level: Double = 0.95) -> Interval {
        guard let acceleration = Self.acceleration(jackknife), bias.isFinite else {
            let plain = percentile(level: level)
            return interval(plain.low, plain.high, level, "bootstrap percentile (bca undefined)")
        }
        func corrected(_ tail: Double) -> Double {
            let shifted = bias + NormalDistribution.quantile(tail)
            return NormalDistribution.probability(below: bias + shifted / (1 - acceleration * shifted))
        }
        let tail = resampling.tail(level: level)
        return interval(quantile(corrected(tail)), quantile(corrected(1 - tail)), level, "bootstrap bca")
    }

    /// Whether all replicates are the same, but for a few that are undefined, so that they say nothing of the error.
    static func areAlike(_ replicates: [Double]) -> Bool {
        let defined = replicates.filter { !$0.isNaN }
        guard let first = defined.first, defined.count * 100 >= replicates.count * 95 else { return false }
        return defined.allSatisfy { ($0 - first).magnitude <= 1e-12 }
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
