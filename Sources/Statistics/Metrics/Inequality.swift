import RealModule

/// How unevenly something is spread (spec/metrics.md, section 3).
package enum Inequality {
    /// Gini's coefficient of values of at least 0, by sorting; undefined where all are 0.
    package static func gini(_ values: [Double]) -> Quantity {
        guard !values.isEmpty else { return .undefined(.noRows) }
        let sorted = values.sorted()
        let total = sorted.compensatedSum()
        let count = Double(sorted.count)
        let ranked = sorted.enumerated().map { (2 * Double($0 + 1) - count - 1) * $1 }.compensatedSum()
        return .ratio(ranked, count * total, else: .zeroMean)
    }

    /// Generalised entropy with `alpha` other than 0 and 1: 2 weighs large values most.
    package static func generalisedEntropy(_ values: [Double], alpha: Double) -> Quantity {
        precondition(alpha != 0 && alpha != 1, "alpha \(alpha) has a form of its own")
        return relative(values).map { ratios in
            ratios.map { Double.pow($0, alpha) - 1 }.compensatedSum()
                / (Double(ratios.count) * alpha * (alpha - 1))
        }.quantity
    }

    /// Theil's T, generalised entropy with alpha 1; 0 ln 0 is 0.
    package static func theil(_ values: [Double]) -> Quantity {
        relative(values).map { ratios in
            ratios.map { $0 == 0 ? 0 : $0 * Double.log($0) }.compensatedSum() / Double(ratios.count)
        }.quantity
    }

    /// The mean log deviation, generalised entropy with alpha 0; undefined where a value is 0.
    package static func meanLogDeviation(_ values: [Double]) -> Quantity {
        guard !values.contains(0) else { return .undefined(.zeroValue) }
        return relative(values).map { ratios in
            -ratios.map { Double.log($0) }.compensatedSum() / Double(ratios.count)
        }.quantity
    }

    /// The benefit of each row, decision - label + 1 (Speicher et al. 2018): 0, 1 or 2.
    package static func benefits(of sample: Sample) -> [Double] {
        zip(sample.decisions, sample.labels).map { Double($0) - Double($1) + 1 }
    }

    /// The values over their mean, or why they have none.
    private static func relative(_ values: [Double]) -> Result<[Double], Failure> {
        guard !values.isEmpty else { return .failure(Failure(reason: .noRows)) }
        let mean = values.compensatedSum() / Double(values.count)
        guard mean != 0 else { return .failure(Failure(reason: .zeroMean)) }
        return .success(values.map { $0 / mean })
    }

    fileprivate struct Failure: Error {
        let reason: Undefined
    }
}

extension Result where Success == Double, Failure == Inequality.Failure {
    fileprivate var quantity: Quantity {
        switch self {
        case .success(let number): .value(number)
        case .failure(let failure): .undefined(failure.reason)
        }
    }
}
