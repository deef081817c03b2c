/// The interval of the variance between groups from how far their rates lie apart (Steiger & Fouladi 1997; Lum, Zhang &
/// Bower 2022).
///
/// With known noise v_g of each rate, (k - 1) S^2 / s is about noncentral chi-squared with f degrees of freedom and
/// noncentrality (k - 1) sigma^2 / s, where s and f match the mean and the variance of the quadratic form (Box 1954);
/// equal noise gives f = k - 1 exactly. The limits are those sigma^2 that leave the observed S^2 in neither tail.
struct VarianceLimits: Sendable {
    /// The least and the largest variance with divisor k - 1, at least 0.
    let bounds: (low: Double, high: Double)

    /// - Parameter noise: the variance of each rate; nil where all are 0, or with fewer than two groups.
    init?(rates: [Double], noise: [Double], level: Double) {
        let count = Double(rates.count)
        let mean = rates.compensatedSum() / count
        let squares = rates.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        let sum = noise.compensatedSum()
        guard rates.count >= 2, sum > 0 else { return nil }
        let trace = sum * (1 - 1 / count)
        let square =
            noise.map { $0 * $0 }.compensatedSum() * (1 - 2 / count) + sum * sum / (count * count)
        let (scale, degrees) = (square / trace, trace * trace / square)
        func limit(below share: Double) -> Double {
            NoncentralChiSquared.noncentrality(squares / scale, degrees: degrees, below: share) * scale
                / (count - 1)
        }
        bounds = (limit(below: (1 + level) / 2), limit(below: (1 - level) / 2))
    }
}
