import RealModule

/// Logarithms of factorials; small ones from a table.
enum LogFactorial {
    private static let table = (0..<2_048).map { Double.logGamma(Double($0) + 1) }

    /// ln(n!), n at least 0.
    static func of(_ n: Int) -> Double {
        n < table.count ? table[n] : Double.logGamma(Double(n) + 1)
    }

    /// ln of the ways to choose k of n.
    static func choose(_ n: Int, _ k: Int) -> Double { of(n) - of(k) - of(n - k) }
}
