import RealModule

/// The beta distribution with two positive shape parameters.
package struct BetaDistribution: Sendable, Hashable {
    private let alpha: Double
    private let beta: Double

    /// Beta(`alpha`, `beta`), both above 0.
    package init(_ alpha: Double, _ beta: Double) {
        precondition(alpha > 0 && beta > 0, "Beta(\(alpha), \(beta)) does not exist")
        self.alpha = alpha
        self.beta = beta
    }

    /// P(X <= x), the regularised incomplete beta function.
    package func probability(below x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = Double.exp(
            alpha * Double.log(x) + beta * Double.log(onePlus: -x) - logBeta)
        if x < (alpha + 1) / (alpha + beta + 2) {
            return front * Self.continuedFraction(alpha, beta, x) / alpha
        }
        return 1 - front * Self.continuedFraction(beta, alpha, 1 - x) / beta
    }

    /// The x below which a share `probability` lies; by Newton steps kept inside a shrinking bracket.
    package func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return 1 }
        var (low, high) = (0.0, 1.0)
        var x = alpha / (alpha + beta)
        for _ in 0..<200 {
            let error = self.probability(below: x) - probability
            if error > 0 { high = x } else { low = x }
            let density = Double.exp(
                (alpha - 1) * Double.log(x) + (beta - 1) * Double.log(onePlus: -x) - logBeta)
            var next = x - error / density
            if !(next > low && next < high) { next = (low + high) / 2 }
            if (next - x).magnitude <= 1e-16 + 4 * x.ulp { return next }
            x = next
        }
        return x
    }

    private var logBeta: Double {
        Double.logGamma(alpha) + Double.logGamma(beta) - Double.logGamma(alpha + beta)
    }

    /// The continued fraction of the incomplete beta function by Lentz's method (Press et al. 2007, 6.4).
    private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func nonzero(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
        var fraction = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d)
            c = nonzero(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d)
            c = nonzero(1 + odd / c)
            fraction *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return fraction
    }
}
