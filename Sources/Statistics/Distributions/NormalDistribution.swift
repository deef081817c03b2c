import RealModule

/// The standard normal distribution.
package enum NormalDistribution {
    /// P(Z <= z).
    package static func probability(below z: Double) -> Double {
        Double.erfc(-z / 2.0.squareRoot()) / 2
    }

    /// P(|Z| >= |z|), the two-sided p-value of a z statistic.
    package static func twoSided(_ z: Double) -> Double {
        Double.erfc(z.magnitude / 2.0.squareRoot())
    }

    /// The z below which a share `probability` lies; infinite at 0 and 1. Full double precision.
    ///
    /// Acklam's rational approximation (2003, relative error 1.15e-9), refined by one step of Halley.
    package static func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return -.infinity }
        guard probability < 1 else { return .infinity }
        guard probability <= 0.5 else { return -quantile(1 - probability) }
        let start = approximateQuantile(probability)
        let error = self.probability(below: start) - probability
        let step = error * (2 * Double.pi).squareRoot() * Double.exp(start * start / 2)
        return start - step / (1 + start * step / 2)
    }

    /// Acklam's approximation for 0 < p <= 1/2.
    private static func approximateQuantile(_ p: Double) -> Double {
        if p < 0.02425 {
            let q = (-2 * Double.log(p)).squareRoot()
            return polynomial(tailTop, q) / (polynomial(tailBottom, q) * q + 1)
        }
        let q = p - 0.5
        let r = q * q
        return polynomial(middleTop, r) * q / (polynomial(middleBottom, r) * r + 1)
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    private static let middleTop = [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
        -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    private static let middleBottom = [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
        -1.328068155288572e+01,
    ]
    private static let tailTop = [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
        4.374664141464968e+00, 2.938163982698783e+00,
    ]
    private static let tailBottom = [
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
    ]
}
