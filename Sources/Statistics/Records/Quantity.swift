/// A number, or the reason why there is none.
package enum Quantity: Sendable, Hashable {
    case value(Double)
    case undefined(Undefined)

    /// The number, or nil where it is undefined.
    package var value: Double? {
        if case .value(let number) = self { return number }
        return nil
    }

    /// The reason, or nil where there is a number.
    package var reason: Undefined? {
        if case .undefined(let reason) = self { return reason }
        return nil
    }

    /// `numerator / denominator`, undefined for `reason` where the denominator is 0.
    package static func ratio(_ numerator: Double, _ denominator: Double, else reason: Undefined) -> Quantity
    {
        denominator == 0 ? .undefined(reason) : .value(numerator / denominator)
    }

    /// `numerator / denominator` of counts, undefined for `reason` where the denominator is 0.
    package static func ratio(_ numerator: Int, _ denominator: Int, else reason: Undefined) -> Quantity {
        ratio(Double(numerator), Double(denominator), else: reason)
    }

    /// The quantity with its number transformed; an undefined one keeps its reason.
    package func map(_ transform: (Double) -> Double) -> Quantity {
        switch self {
        case .value(let number): .value(transform(number))
        case .undefined: self
        }
    }

    /// Two quantities combined; the first reason wins.
    package func combined(with other: Quantity, _ combine: (Double, Double) -> Double) -> Quantity {
        switch (self, other) {
        case (.value(let left), .value(let right)): .value(combine(left, right))
        case (.undefined, _): self
        case (_, .undefined): other
        }
    }
}
