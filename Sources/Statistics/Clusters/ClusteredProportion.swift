/// A proportion of rows that come in clusters: a ratio of sums over clusters (Cochran 1977, 6.3; Rao & Scott 1992).
///
/// Its variance, K / (K - 1) sum (x_i - p m_i)^2 / M^2 over K clusters with x_i successes of m_i trials, is turned
/// into the number of independent trials that would vary as much, which every method for proportions then takes in
/// place of M (Korn & Graubard 1998; Saha, Miller & Wang 2016).
struct ClusteredProportion: Sendable {
    /// Successes of trials over all clusters.
    let proportion: Proportion
    /// The clusters that hold a trial.
    let clusters: Int
    /// What each of them adds; nil with a single one.
    let influence: ClusterInfluence?
    /// M^2 / sum m_i^2: the trials that count where all rows of a cluster agree (Kish 1965).
    private let leastTrials: Double

    /// A proportion of a sample's rows; nil for another quantity, or where rows are independent.
    init?(_ metric: GroupMetric, of sample: Sample) {
        guard let index = ClusterIndex(sample), let proportion = metric.proportion(of: sample.counts) else {
            return nil
        }
        let kinds = RowKinds(metric)
        var (successes, trials) = ([Int](), [Int]())
        successes = Array(repeating: 0, count: index.count)
        trials = successes
        for row in index.places.indices {
            let place = Int(index.places[row])
            let kind = kinds.outcome(sample.labels[row], sample.decisions[row])
            successes[place] += kind.successes
            trials[place] += kind.trials
        }
        let used = trials.indices.filter { trials[$0] > 0 }
        self.proportion = proportion
        clusters = used.count
        let squares = used.reduce(0.0) { $0 + Double(trials[$1]) * Double(trials[$1]) }
        let total = Double(proportion.trials)
        leastTrials = squares > 0 ? total * total / squares : 0
        guard let rate = proportion.rate, used.count > 1 else {
            influence = nil
            return
        }
        let scale = (Double(used.count) / Double(used.count - 1)).squareRoot() / total
        influence = ClusterInfluence(
            numbers: used.map { index.numbers[$0] },
            values: used.map { scale * (Double(successes[$0]) - rate * Double(trials[$0])) })
    }

    /// The independent trials that would vary as much, at most M; nil with a single cluster.
    ///
    /// Where none or all succeed the rows of each cluster are taken to agree, for nothing then says how far they do.
    var independentTrials: Double? {
        guard let influence, let rate = proportion.rate else { return nil }
        let total = Double(proportion.trials)
        guard clusters < proportion.trials else { return total }
        guard influence.variance > 0, rate > 0, rate < 1 else { return leastTrials }
        return min(total, rate * (1 - rate) / influence.variance)
    }

    /// The same, fewer for what a variance from few clusters is not known: times (z / t)^2 with K - 1 degrees of
    /// freedom (Korn & Graubard 1998).
    func effectiveTrials(level: Double) -> Double? {
        guard let trials = independentTrials else { return nil }
        guard clusters < proportion.trials else { return trials }
        let z = NormalDistribution.quantile((1 + level) / 2)
        let t = StudentDistribution.twoSidedQuantile(level, degrees: clusters - 1)
        return trials * (z / t) * (z / t)
    }

    /// The interval of the proportion; nil with a single cluster.
    func interval(_ method: ProportionInterval, level: Double) -> Interval? {
        guard let rate = proportion.rate, let trials = effectiveTrials(level: level), trials > 0 else {
            return nil
        }
        let bounds = method.bounds(rate: rate, trials: trials, level: level)
        return Interval(
            low: max(0, bounds.low), high: min(1, bounds.high), level: level,
            method: method.rawValue + " clustered")
    }
}
