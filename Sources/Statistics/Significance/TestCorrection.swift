/// How p-values are corrected for the number of tests (spec/metrics.md, 5.5).
package enum TestCorrection: String, Sendable, Hashable, CaseIterable {
    /// Holm 1979: the chance of any false alarm.
    case holm
    /// Benjamini & Hochberg 1995: the share of false alarms among the alarms.
    case benjaminiHochberg = "bh"
    /// Each p-value times the number of tests.
    case bonferroni
    /// Benjamini & Yekutieli 2001: as `bh`, under any dependence.
    case benjaminiYekutieli = "by"

    /// The corrected p-values, in the order of `pValues`; their number is the family's size.
    package func adjust(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        let count = pValues.count
        var adjusted = [Double](repeating: 1, count: count)
        switch self {
        case .bonferroni:
            return pValues.map { min(1, $0 * Double(count)) }
        case .holm:
            var largest = 0.0
            for (rank, index) in order.enumerated() {
                largest = max(largest, min(1, Double(count - rank) * pValues[index]))
                adjusted[index] = largest
            }
        case .benjaminiHochberg, .benjaminiYekutieli:
            let harmonic = (1...max(count, 1)).reduce(0) { $0 + 1 / Double($1) }
            let scale = Double(count) * (self == .benjaminiYekutieli ? harmonic : 1)
            var smallest = 1.0
            for (rank, index) in order.enumerated().reversed() {
                smallest = min(smallest, pValues[index] * scale / Double(rank + 1))
                adjusted[index] = smallest
            }
        }
        return adjusted
    }
}
