/// Intervals of expected calibration errors, which chance makes too large in few rows.
///
/// With D_b the sum of score - label over the rows of bin b, divided by all rows, the error is sum |D_b|. It cannot lie
/// further from the true one than sum |D_b - d_b|, by the triangle inequality, and a bootstrap knows that distance, for
/// D_b is a mean. So the lower end is the error less the distance's quantile, and reaches 0 where the bins are as
/// right as chance lets them be. The estimate is too large on average, so that for the upper end the bootstrap of
/// the error itself, moved onto the estimate, reaches far enough.
enum CalibrationInterval {
    /// The interval of the error of a group that has rows.
    ///
    /// - Parameter place: the index of the group among its groups: each has random numbers of its own.
    static func of(
        _ metric: GroupMetric, in group: Sample, place: Int, options: IntervalOptions
    ) -> IntervalOutcome {
        guard let scores = group.scores, metric.hasInterval else { return .undefined(.noInterval) }
        let bins = Bins(metric, group, scores)
        let (errors, distances) = replicates(bins, group, place, options)
        let resampling = BootstrapInterval.Resampling(
            clusters: group.clusterCount, keepsClasses: options.keepsClasses)
        let moved = BootstrapInterval(
            estimate: bins.error, replicates: errors, seed: options.seed, resampling: resampling
        ).centred(level: options.level, within: 0...1)
        let reach = BootstrapInterval(estimate: 0, replicates: distances, resampling: resampling)
            .percentile(level: options.level).high
        return .interval(
            Interval(
                low: max(0, bins.error - reach), high: max(bins.error, moved.high), level: options.level,
                method: resampling.name("bootstrap calibration"), draws: options.draws, seed: options.seed))
    }

    /// The interval of the error of one group, or classifier, less that of another, from intervals of both that hold
    /// together: of a difference the errors' own bias need not cancel.
    static func difference(
        _ metric: GroupMetric, _ first: Sample, _ second: Sample, places: (Int, Int), options: IntervalOptions
    ) -> IntervalOutcome {
        let shared = options.at(level: options.level(sharedBy: 2))
        let one = GroupInterval.of(metric, in: first, place: places.0, options: shared)
        let two = GroupInterval.of(metric, in: second, place: places.1, options: shared)
        guard let left = one.interval, let right = two.interval else {
            return .undefined(one.reason ?? two.reason ?? .noInterval)
        }
        return .interval(
            Interval(
                low: left.low - right.high, high: left.high - right.low, level: options.level,
                method: left.method + " bonferroni", draws: left.draws, seed: left.seed))
    }

    private static func replicates(
        _ bins: Bins, _ group: Sample, _ place: Int, _ options: IntervalOptions
    ) -> (errors: [Double], distances: [Double]) {
        var source = RandomSource(seed: options.seed, stream: place)
        var rows = RowResample(group, keepsClasses: options.keepsClasses)
        var clusters =
            group.clusters == nil ? nil : ClusterResample([group], keepsClasses: options.keepsClasses)
        var (errors, distances): ([Double], [Double]) = ([], [])
        for _ in 0..<options.draws {
            if clusters != nil { clusters?.draw(&source) } else { rows.draw(&source) }
            let drawn = bins.drawn(clusters?.multiplicities[0] ?? rows.multiplicities)
            errors.append(drawn.error)
            distances.append(drawn.distance)
        }
        return (errors, distances)
    }

    /// The rows of each bin.
    private struct Bins {
        private let ends: [Int]
        private let terms: [Double]
        private let means: [Double]

        init(_ metric: GroupMetric, _ group: Sample, _ scores: [Double]) {
            ends = Sample.binEnds(metric == .ece10 ? 10 : 15, scores)
            terms = scores.indices.map { scores[$0] - Double(group.labels[$0]) }
            means = Self.means(ends, terms, Array(repeating: 1, count: terms.count))
        }

        /// The calibration error.
        var error: Double { means.reduce(0) { $0 + $1.magnitude } }

        /// The error of a resample, and how far its bins lie from these.
        func drawn(_ multiplicities: [Int32]) -> (error: Double, distance: Double) {
            let drawn = Self.means(ends, terms, multiplicities)
            return zip(drawn, means).reduce((0, 0)) {
                ($0.0 + $1.0.magnitude, $0.1 + ($1.0 - $1.1).magnitude)
            }
        }

        private static func means(_ ends: [Int], _ terms: [Double], _ multiplicities: [Int32]) -> [Double] {
            var start = 0
            var (sums, total) = ([Double](), 0)
            for end in ends {
                var sum = 0.0
                for row in start..<end {
                    sum += Double(multiplicities[row]) * terms[row]
                    total += Int(multiplicities[row])
                }
                sums.append(sum)
                start = end
            }
            return sums.map { $0 / Double(max(1, total)) }
        }
    }
}
