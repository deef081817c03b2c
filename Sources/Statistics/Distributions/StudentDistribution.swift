/// Student's t distribution.
package enum StudentDistribution {
    /// The t that a share `level` of absolute values stays below.
    ///
    /// - Parameter degrees: degrees of freedom, at least 1.
    package static func twoSidedQuantile(_ level: Double, degrees: Int) -> Double {
        let degrees = Double(degrees)
        // t^2 / (t^2 + degrees) is Beta(1/2, degrees/2), and its complement keeps the digits of far tails.
        let rest = BetaDistribution(degrees / 2, 0.5).quantile(1 - level)
        guard rest > 0 else { return .infinity }
        return (degrees * (1 - rest) / rest).squareRoot()
    }

    /// The share of absolute values that lie at `t` or beyond.
    ///
    /// - Parameter degrees: degrees of freedom, at least 1.
    package static func twoSided(_ t: Double, degrees: Int) -> Double {
        let degrees = Double(degrees)
        return BetaDistribution(degrees / 2, 0.5).probability(below: degrees / (degrees + t * t))
    }

    /// How many standard errors an interval reaches to each side: t's quantile, or the normal one without degrees.
    static func reach(_ level: Double, degrees: Int?) -> Double {
        degrees.map { twoSidedQuantile(level, degrees: $0) } ?? NormalDistribution.quantile((1 + level) / 2)
    }

    /// How many standard deviations of resampled means an interval from few units reaches to each side: the t with a
    /// degree less than units, times sqrt(units / (units - 1)) for the divisor of a resample's variance.
    ///
    /// - Parameter units: at least 2.
    static func expandedReach(_ level: Double, units: Int) -> Double {
        let count = Double(units)
        return twoSidedQuantile(level, degrees: units - 1) * (count / (count - 1)).squareRoot()
    }
}
