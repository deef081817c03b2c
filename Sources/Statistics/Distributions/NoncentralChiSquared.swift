import RealModule

/// The noncentral chi-squared distribution: a Poisson mixture of central ones (Johnson, Kotz & Balakrishnan 1995, ch. 29).
package enum NoncentralChiSquared {
    /// P(X <= x) with `degrees` degrees of freedom, whole or not, and noncentrality at least 0.
    package static func probability(below x: Double, degrees: Double, noncentrality: Double) -> Double {
        guard x > 0 else { return 0 }
        let mean = noncentrality / 2
        // From the likeliest term outward until terms no longer count.
        let middle = Int(mean)
        var sum = CompensatedSum()
        func term(_ count: Int) -> Double {
            let logMass =
                count == 0 && mean == 0
                ? 0
                : Double(count) * Double.log(mean) - mean
                    - Double.logGamma(Double(count) + 1)
            return Double.exp(logMass)
                * (1 - GammaDistribution.upper(shape: degrees / 2 + Double(count), x / 2))
        }
        for count in middle..<(middle + 100_000) {
            let value = term(count)
            sum.add(value)
            if value < 1e-17 || mean == 0 { break }
        }
        for count in stride(from: middle - 1, through: 0, by: -1) {
            let value = term(count)
            sum.add(value)
            if value < 1e-17 { break }
        }
        return min(1, sum.value)
    }

    /// The noncentrality under which a share `probability` lies below x; 0 where even none leaves no more below it.
    package static func noncentrality(_ x: Double, degrees: Double, below probability: Double) -> Double {
        func excess(_ noncentrality: Double) -> Double {
            self.probability(below: x, degrees: degrees, noncentrality: noncentrality) - probability
        }
        guard excess(0) > 0 else { return 0 }
        var (low, high) = (0.0, max(1, x))
        while excess(high) > 0, high < 1e7 { high *= 2 }
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if excess(middle) > 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
