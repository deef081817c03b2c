import RealModule

/// The regularised incomplete gamma function, and the chi-squared distribution made of it.
package enum GammaDistribution {
    /// P(chi-squared with `degrees` degrees of freedom > `statistic`).
    package static func chiSquaredTail(_ statistic: Double, degrees: Int) -> Double {
        upper(shape: Double(degrees) / 2, statistic / 2)
    }

    /// Q(a, x), by its series below a + 1 and by its continued fraction above (Press et al. 2007, 6.2).
    static func upper(shape a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        let front = Double.exp(a * Double.log(x) - x - Double.logGamma(a))
        return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        var n = a
        while term > sum * 1e-17 {
            n += 1
            term *= x / n
            sum += term
        }
        return sum
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func nonzero(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / nonzero(b)
        var result = d
        for step in 1...10_000 {
            let factor = -Double(step) * (Double(step) - a)
            b += 2
            d = 1 / nonzero(factor * d + b)
            c = nonzero(b + factor / c)
            result *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return result
    }
}
