/// Which cells of a cohort stay: what stands behind `where`.
public indirect enum CellCondition: Sendable, Hashable {
    /// Known before the cells are looked at.
    case constant(Bool)
    /// A comparison of the cell's value of an attribute with another value.
    case comparison(attribute: String, CheckedExpression.Comparison, AttributeValue)
    /// Whether the cell's value of an attribute is one of these.
    case member(attribute: String, of: [AttributeValue])
    /// Both.
    case and(CellCondition, CellCondition)
    /// Either.
    case or(CellCondition, CellCondition)
    /// Not.
    case not(CellCondition)

    /// Whether it holds for a cell with these values.
    ///
    /// An attribute that is `unknown` equals only `unknown`, and is neither less nor greater than anything.
    func holds(for value: (String) -> AttributeValue?) -> Bool {
        switch self {
        case .constant(let holds): return holds
        case .and(let left, let right): return left.holds(for: value) && right.holds(for: value)
        case .or(let left, let right): return left.holds(for: value) || right.holds(for: value)
        case .not(let operand): return !operand.holds(for: value)
        case .member(let attribute, let values): return value(attribute).map { values.contains($0) } ?? false
        case .comparison(let attribute, let comparison, let other):
            guard let found = value(attribute) else { return false }
            return Self.compare(found, comparison, other)
        }
    }

    private static func compare(
        _ left: AttributeValue, _ comparison: CheckedExpression.Comparison, _ right: AttributeValue
    ) -> Bool {
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        default: break
        }
        guard let first = left.order, let second = right.order else { return false }
        switch comparison {
        case .less: return first < second
        case .lessOrEqual: return first <= second
        case .greater: return first > second
        default: return first >= second
        }
    }
}

extension AttributeValue {
    /// The number that it is ordered by; nil for words and `unknown`.
    fileprivate var order: Double? {
        switch self {
        case .number(let number): number
        case .fitzpatrick(let type): Double(type)
        case .name, .unknown: nil
        }
    }
}
