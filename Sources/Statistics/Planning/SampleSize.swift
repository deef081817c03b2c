import RealModule

/// How many cases each of two groups needs for a difference of their rates to be found (spec/metrics.md, 7).
///
/// Two-sided tests; sizes are not yet rounded up.
package struct SampleSize: Sendable {
    /// The two rates, which differ.
    package let rates: (Double, Double)
    /// The chance of a false alarm.
    package let alpha: Double
    /// The chance of finding the difference.
    package let power: Double

    /// The question.
    package init(_ first: Double, _ second: Double, alpha: Double = 0.05, power: Double = 0.8) {
        precondition(first != second, "equal rates cannot be told apart")
        rates = (first, second)
        self.alpha = alpha
        self.power = power
    }

    /// With the pooled variance under equality (Fleiss): the default.
    package var pooled: Double {
        let mean = (rates.0 + rates.1) / 2
        let root = zAlpha * (2 * mean * (1 - mean)).squareRoot() + zPower * variance.squareRoot()
        return root * root / (difference * difference)
    }

    /// With the unpooled variance throughout.
    package var unpooled: Double {
        (zAlpha + zPower) * (zAlpha + zPower) * variance / (difference * difference)
    }

    /// With the variance-stabilising arcsine (Cohen 1988), both tails of the test counted.
    package var arcsine: Double {
        var shift = zAlpha + zPower
        for _ in 0..<20 {
            let found = Self.probability(shift - zAlpha) + Self.probability(-shift - zAlpha)
            let slope = Self.density(shift - zAlpha) - Self.density(shift + zAlpha)
            let step = (found - power) / slope
            shift -= step
            if step.magnitude < 1e-14 { break }
        }
        return 2 * shift * shift / (effect * effect)
    }

    private static func probability(_ z: Double) -> Double { NormalDistribution.probability(below: z) }

    private static func density(_ z: Double) -> Double {
        Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    }

    /// Cohen's h: the difference on the arcsine scale.
    package var effect: Double {
        2 * Double.asin(rates.1.squareRoot()) - 2 * Double.asin(rates.0.squareRoot())
    }

    private var difference: Double { rates.0 - rates.1 }
    private var variance: Double { rates.0 * (1 - rates.0) + rates.1 * (1 - rates.1) }
    private var zAlpha: Double { NormalDistribution.quantile(1 - alpha / 2) }
    private var zPower: Double { NormalDistribution.quantile(power) }
}
