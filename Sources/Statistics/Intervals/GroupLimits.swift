/// The limits of one group's quantity at a level that several comparisons share.
struct GroupLimits: Sendable {
    /// The quantity.
    let value: Double
    /// Its lower limit.
    let low: Double
    /// Its upper limit.
    let high: Double

    /// What each cluster adds to the quantity; nil where rows are independent.
    var influence: ClusterInfluence?

    /// Limits that are known.
    init(value: Double, low: Double, high: Double) {
        (self.value, self.low, self.high) = (value, low, high)
    }

    /// The limits of a proportion or of an area under the ROC curve; nil for other quantities and undefined ones.
    ///
    /// An area whose DeLong variance is 0 or unknown gets Wilson's limits for min(P, N) trials: its variance is never
    /// above A(1 - A)/min(P, N) (Birnbaum & Klose 1957), so that a perfect ranking of few rows is not taken as sure.
    init?(_ metric: GroupMetric, of group: Sample, level: Double, method: ProportionInterval) {
        guard let value = group.quantity(metric).value else { return nil }
        self.value = value
        if group.clusters != nil {
            guard let limits = Self.clustered(metric, group, level, method) else { return nil }
            (low, high) = (limits.low, limits.high)
            influence = ClusterInfluence(metric, of: group)
            return
        }
        if let proportion = metric.proportion(of: group.counts) {
            guard let interval = method(proportion, level: level) else { return nil }
            (low, high) = (interval.low, interval.high)
            return
        }
        guard metric == .auroc else { return nil }
        let variance = group.quantity(.aurocVariance).value ?? 0
        if variance > 0 {
            let half = NormalDistribution.quantile((1 + level) / 2) * variance.squareRoot()
            (low, high) = (value - half, value + half)
        } else {
            let trials = Double(min(group.counts.positives, group.counts.negatives))
            let bounds = ProportionInterval.wilson(rate: value, trials: trials, level: level)
            (low, high) = (bounds.low, bounds.high)
        }
    }

    /// The interval of this quantity minus another by the square-and-add rule: Newcombe 1998 for proportions,
    /// DeLong's for areas, Zou & Donner 2008 in general; with the correlation that shared clusters give (Zou 2007).
    func minus(_ other: GroupLimits) -> (low: Double, high: Double) {
        let difference = value - other.value
        let correlation = influence.flatMap { own in other.influence.map { own.correlation(with: $0) } } ?? 0
        func length(_ a: Double, _ b: Double) -> Double {
            max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
        }
        return (
            difference - length(value - low, other.high - other.value),
            difference + length(high - value, other.value - other.low)
        )
    }

    /// The limits of clustered rows; nil with a single cluster of a kind.
    private static func clustered(
        _ metric: GroupMetric, _ group: Sample, _ level: Double, _ method: ProportionInterval
    ) -> (low: Double, high: Double)? {
        if let proportion = ClusteredProportion(metric, of: group) {
            return proportion.interval(method, level: level).map { ($0.low, $0.high) }
        }
        guard let area = ClusteredArea(group) else { return nil }
        let variance = area.influence.variance
        guard variance > 0 else {
            let trials = Double(min(area.clusters.positives, area.clusters.negatives))
            return ProportionInterval.wilson(rate: area.area, trials: trials, level: level)
        }
        let half = StudentDistribution.reach(level, degrees: area.degrees) * variance.squareRoot()
        return (area.area - half, area.area + half)
    }
}
