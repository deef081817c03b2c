import RealModule

extension RandomSource {
    /// A number in 0...1 from Beta(`alpha`, `beta`), both above 0.
    mutating func beta(_ alpha: Double, _ beta: Double) -> Double {
        let (one, other) = (gamma(alpha), gamma(beta))
        return one + other > 0 ? one / (one + other) : alpha / (alpha + beta)
    }

    /// A number from the gamma distribution of scale 1: Marsaglia & Tsang 2000.
    private mutating func gamma(_ shape: Double) -> Double {
        guard shape >= 1 else {
            let boost = Double.pow(unit() + 0x1p-54, 1 / shape)
            return gamma(shape + 1) * boost
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = NormalDistribution.quantile(unit() + 0x1p-54)
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            guard v > 0 else { continue }
            if Double.log(unit() + 0x1p-54) < x * x / 2 + d - d * v + d * Double.log(v) { return d * v }
        }
    }
}
