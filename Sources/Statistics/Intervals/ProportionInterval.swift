/// The ways to make an interval of one proportion (spec/metrics.md, 4.1); Wilson is the default.
package enum ProportionInterval: String, Sendable, Hashable, CaseIterable {
    /// Wilson 1927, without continuity correction.
    case wilson
    /// Clopper & Pearson 1934: never too short, often too long.
    case clopperPearson = "clopper_pearson"
    /// Equal tails of Beta(k + 1/2, n - k + 1/2).
    case jeffreys
    /// Agresti & Coull 1998.
    case agrestiCoull = "agresti_coull"

    /// The interval of a proportion at a level in 0..<1; nil without trials.
    package func callAsFunction(_ proportion: Proportion, level: Double = 0.95) -> Interval? {
        guard let rate = proportion.rate else { return nil }
        let bounds = bounds(rate: rate, trials: Double(proportion.trials), level: level)
        return Interval(
            low: max(0, bounds.low), high: min(1, bounds.high), level: level, method: rawValue)
    }

    /// The bounds of a rate that as many trials would have given, whole or not, and above 0; not clipped.
    func bounds(rate: Double, trials: Double, level: Double) -> (low: Double, high: Double) {
        switch self {
        case .wilson: Self.wilson(rate: rate, trials: trials, level: level)
        case .clopperPearson: Self.clopperPearson(rate, trials, level)
        case .jeffreys: Self.jeffreys(rate, trials, level)
        case .agrestiCoull: Self.agrestiCoull(rate, trials, level)
        }
    }

    private typealias Bounds = (low: Double, high: Double)

    /// Wilson's bounds of a rate that as many trials would have given, not clipped but at 0 and 1.
    static func wilson(rate: Double, trials n: Double, level: Double) -> (low: Double, high: Double) {
        let z = NormalDistribution.quantile((1 + level) / 2)
        let scale = 1 + z * z / n
        let centre = (rate + z * z / (2 * n)) / scale
        let half = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot() / scale
        return (rate == 0 ? 0 : centre - half, rate == 1 ? 1 : centre + half)
    }

    private static func agrestiCoull(_ rate: Double, _ trials: Double, _ level: Double) -> Bounds {
        let z = NormalDistribution.quantile((1 + level) / 2)
        let n = trials + z * z
        let centre = (rate * trials + z * z / 2) / n
        let half = z * (centre * (1 - centre) / n).squareRoot()
        return (centre - half, centre + half)
    }

    private static func clopperPearson(_ rate: Double, _ n: Double, _ level: Double) -> Bounds {
        let k = successes(rate, n)
        let tail = (1 - level) / 2
        return (
            rate == 0 ? 0 : BetaDistribution(k, n - k + 1).quantile(tail),
            rate == 1 ? 1 : BetaDistribution(k + 1, n - k).quantile(1 - tail)
        )
    }

    private static func jeffreys(_ rate: Double, _ n: Double, _ level: Double) -> Bounds {
        let k = successes(rate, n)
        let posterior = BetaDistribution(k + 0.5, n - k + 0.5)
        return (posterior.quantile((1 - level) / 2), posterior.quantile((1 + level) / 2))
    }

    /// The successes behind a rate, whole where they are so but for rounding.
    private static func successes(_ rate: Double, _ trials: Double) -> Double {
        let successes = rate * trials
        return (successes - successes.rounded()).magnitude < 1e-9 ? successes.rounded() : successes
    }
}
