import RealModule

/// How unevenly values of at least 0 are spread (spec/metrics.md, section 3).
package struct Inequality: Sendable, Hashable {
    /// One value, and how many have it.
    private struct Part: Hashable {
        let value: Double
        let count: Double
    }

    /// By rising value.
    private let parts: [Part]
    private let count: Double
    private let total: Double

    /// The spread of some values, each counting once.
    package init(_ values: [Double]) {
        self.init(values.sorted().map { Part(value: $0, count: 1) })
    }

    /// The spread of the benefits of counted rows, decision - label + 1 (Speicher et al. 2018): a missed positive has
    /// 0, a right call 1, a false alarm 2.
    package init(benefitsOf counts: Confusion) {
        let parts = [(0, counts.falseNegatives), (1, counts.correct), (2, counts.falsePositives)]
        self.init(parts.filter { $0.1 > 0 }.map { Part(value: Double($0.0), count: Double($0.1)) })
    }

    private init(_ parts: [Part]) {
        self.parts = parts
        count = parts.map(\.count).compensatedSum()
        total = parts.map { $0.value * $0.count }.compensatedSum()
    }

    /// Gini's coefficient; undefined where all values are 0.
    package var gini: Quantity {
        guard !parts.isEmpty else { return .undefined(.noRows) }
        var below = 0.0
        var ranked = CompensatedSum()
        for part in parts {
            let above = count - below - part.count
            ranked.add(part.value * part.count * (below - above))
            below += part.count
        }
        return .ratio(ranked.value, count * total, else: .zeroMean)
    }

    /// Generalised entropy with any finite `alpha`: 2 weighs large values most, numbers below 0 small ones.
    ///
    /// 0 and 1 are its limits, the mean log deviation and Theil's T; up to 0 it is undefined where a value is 0.
    package func generalisedEntropy(alpha: Double) -> Quantity {
        if alpha == 0 { return meanLogDeviation }
        if alpha == 1 { return theil }
        if alpha < 0, parts.contains(where: { $0.value == 0 }) { return .undefined(.zeroValue) }
        return mean { Double.pow($0, alpha) - 1 }.map { $0 / (alpha * (alpha - 1)) }
    }

    /// Theil's T, generalised entropy with alpha 1; 0 ln 0 is 0.
    package var theil: Quantity {
        mean { $0 == 0 ? 0 : $0 * Double.log($0) }
    }

    /// The mean log deviation, generalised entropy with alpha 0; undefined where a value is 0.
    package var meanLogDeviation: Quantity {
        guard !parts.contains(where: { $0.value == 0 }) else { return .undefined(.zeroValue) }
        return mean { -Double.log($0) }
    }

    /// The mean over all of a term of the value over the mean value.
    private func mean(_ term: (Double) -> Double) -> Quantity {
        guard !parts.isEmpty else { return .undefined(.noRows) }
        guard total != 0 else { return .undefined(.zeroMean) }
        let mean = total / count
        return .value(parts.map { $0.count * term($0.value / mean) }.compensatedSum() / count)
    }
}
