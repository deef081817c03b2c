import Syntax

extension Value {
    /// The value that a text denotes as a literal of the language; nil for anything else.
    package static func literal(_ text: String) -> Value? {
        Parser.parseExpression(text).flatMap { Value(literal: $0) }
    }

    /// The value of an expression made of literals only; nil for any other.
    init?(literal expression: Expression) {
        switch expression.kind {
        case .integer(let number): self = .integer(number)
        case .number(let number): self = .number(number)
        case .percent(let share): self = .percent(share)
        case .duration(let seconds): self = .duration(seconds)
        case .size(let bytes): self = .size(bytes)
        case .fitzpatrick(let type): self = .fitzpatrick(type)
        case .bool(let value): self = .bool(value)
        case .unknown: self = .unknown
        case .string(let literal):
            guard let text = literal.plainText else { return nil }
            self = .string(text)
        case .path(let path) where path.isSingle: self = .word(path.text)
        case .parenthesized(let inner): self.init(literal: inner)
        case .prefix(.minus, let operand):
            guard let value = Value(literal: operand)?.negated else { return nil }
            self = value
        case .set(let items):
            let values = items.compactMap { Value(literal: $0) }
            guard values.count == items.count else { return nil }
            self = .set(values)
        case .range(let lower, let upper, let halfOpen, let step):
            guard let low = Value(literal: lower), let high = Value(literal: upper) else { return nil }
            self = .range(
                lower: low, upper: high, halfOpen: halfOpen,
                step: step.flatMap { Value(literal: $0)?.asDouble })
        default: return nil
        }
    }

    /// The number with its sign changed; nil for no number.
    var negated: Value? {
        switch self {
        case .integer(let number): .integer(0 &- number)
        case .number(let number): .number(-number)
        case .percent(let share): .percent(-share)
        default: nil
        }
    }
}

extension Value {
    /// The number of a skin type.
    var skinType: Double? {
        if case .fitzpatrick(let type) = self { return Double(type) }
        return nil
    }

    /// What two values are ordered by: a number, seconds, bytes; nil for anything else.
    var quantity: Double? {
        switch self {
        case .duration(let seconds): seconds
        case .size(let bytes): Double(bytes)
        default: asDouble
        }
    }
}
