/// Makes the comparison of any two of some groups in one quantity.
struct PairDifference {
    private let metric: GroupMetric
    private let groups: [Sample]
    private let test: PairTest
    private let options: IntervalOptions
    private let permutations: Int
    /// The replicates of each group, where intervals are resampled.
    private let replicates: [[Double]]

    /// - Parameters:
    ///   - used: the indices of the groups that will be compared, all of them defined.
    ///   - budget: the most rows times permutations over all pairs.
    init(
        _ metric: GroupMetric, _ groups: [Sample], used: [Int], test: PairTest, options: IntervalOptions,
        budget: Int = .max
    ) {
        self.metric = metric
        self.groups = groups
        self.test = test
        self.options = options
        replicates =
            options.isClosed(metric) ? [] : GroupReplicates(metric, of: groups, options: options).values
        let rows = used.reduce(0) { $0 + groups[$1].counts.total } * max(1, used.count - 1)
        permutations = min(options.draws, max(199, budget / max(1, rows)))
    }

    /// The first group minus the second, both of which must be defined.
    func pair(_ first: Int, _ second: Int) -> GroupPair {
        let values = [first, second].map { groups[$0].quantity(metric).value ?? .nan }
        let difference = values[0] - values[1]
        return GroupPair(
            first: first, second: second, difference: difference,
            interval: interval(first, second, difference), test: result(first, second, difference))
    }

    /// Newcombe's, DeLong's, or the percentiles of the resampled difference; of clusters the same on their terms.
    func interval(_ first: Int, _ second: Int, _ difference: Double) -> IntervalOutcome {
        let (one, two) = (groups[first], groups[second])
        if one.weights != nil || two.weights != nil { return .undefined(.weighted) }
        if options.isClosed(metric), one.clusters != nil || two.clusters != nil {
            return IntervalOutcome(clustered(one, two), else: .oneCluster)
        }
        if !options.resamplesAll, let left = metric.proportion(of: one.counts),
            let right = metric.proportion(of: two.counts)
        {
            return IntervalOutcome(
                DifferenceInterval.newcombe(left, right, level: options.level), else: .noRows)
        }
        if metric == .auroc, !options.resamplesAll {
            let areas = AreaComparison(independent: one, two)
            return IntervalOutcome(areas?.interval(level: options.level), else: .oneRow)
        }
        if !metric.hasInterval { return .undefined(.noInterval) }
        if metric.isBinned {
            return CalibrationInterval.difference(
                metric, one, two, places: (first, second), options: options)
        }
        guard first < replicates.count, !replicates[first].isEmpty, !replicates[second].isEmpty else {
            return .undefined(.noInterval)
        }
        let differences = zip(replicates[first], replicates[second]).map { $0 - $1 }
        let bootstrap = BootstrapInterval(
            estimate: difference, mostlyDefined: differences, seed: options.seed,
            resampling: .init(
                clusters: [one, two].compactMap(\.clusterCount).min(), keepsClasses: options.keepsClasses))
        return IntervalOutcome(
            bootstrap?.percentile(level: options.level), else: .replicatesUndefined)
    }

    /// The square-and-add rule on the limits of both groups, with the correlation that shared clusters give.
    private func clustered(_ one: Sample, _ two: Sample) -> Interval? {
        let limits = [one, two].compactMap {
            GroupLimits(metric, of: $0, level: options.level, method: options.proportion)
        }
        guard limits.count == 2 else { return nil }
        let bounds = limits[0].minus(limits[1])
        let bounded = (low: max(-1, bounds.low), high: min(1, bounds.high))
        return Interval(
            low: bounded.low, high: bounded.high, level: options.level,
            method: metric == .auroc ? "obuchowski" : "newcombe clustered")
    }

    /// The t test of two areas with Obuchowski's variances and the covariance that shared clusters give.
    private func areas(_ one: Sample, _ two: Sample, _ difference: Double) -> TestResult? {
        guard let left = ClusteredArea(one), let right = ClusteredArea(two) else { return nil }
        let shared = left.influence.covariance(with: right.influence)
        let variance = left.influence.variance + right.influence.variance - 2 * shared
        guard variance > 0 else { return nil }
        let t = difference / variance.squareRoot()
        let degrees = [left.degrees, right.degrees].compactMap(\.self).min()
        let p = degrees.map { StudentDistribution.twoSided(t, degrees: $0) } ?? NormalDistribution.twoSided(t)
        return TestResult(statistic: t, p: p)
    }

    private func result(_ first: Int, _ second: Int, _ difference: Double) -> TestResult? {
        let (one, two) = (groups[first], groups[second])
        guard one.weights == nil, two.weights == nil else { return nil }
        let isClustered = one.clusters != nil || two.clusters != nil
        switch test {
        case .delong where isClustered: return areas(one, two, difference)
        case _ where isClustered:
            let gap = MonteCarloGap(
                .difference(of: metric), of: [one, two], draws: permutations,
                seed: options.seed &+ UInt64(first * groups.count + second))
            return gap.map { TestResult(statistic: difference, p: $0.p) }
        case .fisher, .pooledZ:
            guard let left = metric.proportion(of: one.counts), let right = metric.proportion(of: two.counts)
            else { return nil }
            let method = test == .fisher ? ProportionTest.fisher : ProportionTest.pooledZ
            return method(left, right)
        case .delong: return AreaComparison(independent: one, two)?.test
        case .permutation:
            guard var rows = TwoSampleExchange(metric, one, two) else { return nil }
            var source = RandomSource(seed: options.seed, stream: first * groups.count + second)
            let draws = (0..<permutations).map { _ in
                rows.exchange(&source)
                return rows.difference
            }
            return TwoSampleExchange.p(difference, draws).map { TestResult(statistic: difference, p: $0) }
        }
    }
}
