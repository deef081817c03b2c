/// The variance of group rates with the sampling noise taken out: Lum, Zhang & Bower, FAccT 2022.
package struct BetweenGroupVariance: Sendable, Hashable {
    /// The variance with divisor k.
    package let population: Double
    /// The variance with divisor k - 1.
    package let sample: Double
    /// The variance less what sampling alone gives; may be negative, report max(0, .) beside it.
    package let doubleCorrected: Double

    /// Of groups that have trials; nil with fewer than two, or where one has a single trial.
    package init?(_ proportions: [Proportion]) {
        let groups = proportions.filter { $0.trials > 0 }
        guard groups.count >= 2, groups.allSatisfy({ $0.trials >= 2 }) else { return nil }
        let rates = groups.compactMap(\.rate)
        self.init(rates, noise: zip(rates, groups).map { $0 * (1 - $0) / Double($1.trials - 1) })
    }

    /// Of rates whose own variances are known.
    init(_ rates: [Double], noise: [Double]) {
        let count = Double(rates.count)
        let mean = rates.compensatedSum() / count
        let squares = rates.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        population = squares / count
        sample = squares / (count - 1)
        doubleCorrected = sample - noise.compensatedSum() / count
    }
}
