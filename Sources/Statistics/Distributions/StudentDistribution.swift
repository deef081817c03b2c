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
}
