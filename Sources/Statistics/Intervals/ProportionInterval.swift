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
        guard proportion.trials > 0 else { return nil }
        let bounds =
            switch self {
            case .wilson: Self.wilson(proportion, level)
            case .clopperPearson: Self.clopperPearson(proportion, level)
            case .jeffreys: Self.jeffreys(proportion, level)
            case .agrestiCoull: Self.agrestiCoull(proportion, level)
            }
        return Interval(
            low: max(0, bounds.low), high: min(1, bounds.high), level: level, method: rawValue)
    }

    private typealias Bounds = (low: Double, high: Double)

    private static func wilson(_ proportion: Proportion, _ level: Double) -> Bounds {
        let (k, n) = (Double(proportion.successes), Double(proportion.trials))
        return wilson(rate: k / n, trials: n, level: level)
    }

    /// Wilson's bounds of a rate that as many trials would have given, not clipped but at 0 and 1.
    static func wilson(rate: Double, trials n: Double, level: Double) -> (low: Double, high: Double) {
        let z = NormalDistribution.quantile((1 + level) / 2)
        let scale = 1 + z * z / n
        let centre = (rate + z * z / (2 * n)) / scale
        let half = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot() / scale
        return (rate == 0 ? 0 : centre - half, rate == 1 ? 1 : centre + half)
    }

    private static func agrestiCoull(_ proportion: Proportion, _ level: Double) -> Bounds {
        let z = NormalDistribution.quantile((1 + level) / 2)
        let n = Double(proportion.trials) + z * z
        let rate = (Double(proportion.successes) + z * z / 2) / n
        let half = z * (rate * (1 - rate) / n).squareRoot()
        return (rate - half, rate + half)
    }

    private static func clopperPearson(_ proportion: Proportion, _ level: Double) -> Bounds {
        let (k, n) = (Double(proportion.successes), Double(proportion.trials))
        let tail = (1 - level) / 2
        return (
            k == 0 ? 0 : BetaDistribution(k, n - k + 1).quantile(tail),
            k == n ? 1 : BetaDistribution(k + 1, n - k).quantile(1 - tail)
        )
    }

    private static func jeffreys(_ proportion: Proportion, _ level: Double) -> Bounds {
        let (k, n) = (Double(proportion.successes), Double(proportion.trials))
        let posterior = BetaDistribution(k + 0.5, n - k + 0.5)
        return (posterior.quantile((1 - level) / 2), posterior.quantile((1 + level) / 2))
    }
}
