import Diagnostics
import Semantics

/// Works out expressions on results, and remembers every part's value for the message of a failed gate.
struct ExpressionEvaluator {
    /// The value of one part, and the byte of the source that it is shown under.
    struct Part {
        let anchor: Int
        let value: RunValue
    }

    /// The parts met so far, constants excepted.
    private(set) var parts: [Part] = []
    private let source: Source
    private let values: [MetricQuery: RunValue]

    /// - Parameter values: the values of all metrics in the expressions to come.
    init(source: Source, values: [MetricQuery: RunValue]) {
        self.source = source
        self.values = values
    }

    /// The value of `expression`.
    mutating func value(_ expression: CheckedExpression) -> RunValue {
        switch expression.node {
        case .constant(let value): return Self.runValue(value)
        case .query(let query):
            return record(values[query] ?? .undefined("not computed"), at: expression.span.start)
        case .negate(let operand):
            let negative = Self.combine([value(operand)]) { -$0[0] }
            return record(negative, at: expression.span.start)
        case .not(let operand):
            return record(.verdict(!Self.verdict(value(operand))), at: expression.span.start)
        case .arithmetic(let operation, let left, let right):
            let operands = [value(left), value(right)]
            return record(Self.arithmetic(operation, operands), at: anchor(between: left, right))
        case .extreme(let isMaximum, let operands):
            let results = operands.map { value($0) }
            let extreme = Self.combine(results) { (isMaximum ? $0.max() : $0.min()) ?? .nan }
            return record(extreme, at: expression.span.start)
        case .comparison(let comparison, let left, let right):
            let verdict = Self.compare(comparison, value(left), value(right))
            return record(.verdict(verdict), at: anchor(between: left, right))
        case .member(let operand, let values):
            let verdict = Self.member(value(operand), values)
            return record(.verdict(verdict), at: expression.span.start)
        case .and(let left, let right):
            let verdict = Self.verdict(value(left)) & Self.verdict(value(right))
            return record(.verdict(verdict), at: anchor(between: left, right))
        case .or(let left, let right):
            let verdict = Self.verdict(value(left)) | Self.verdict(value(right))
            return record(.verdict(verdict), at: anchor(between: left, right))
        }
    }

    /// Whether a value, as a condition, holds; what is no condition decides nothing.
    static func verdict(_ value: RunValue) -> Verdict {
        if case .verdict(let verdict) = value { return verdict }
        return .inconclusive
    }

    private mutating func record(_ value: RunValue, at anchor: Int) -> RunValue {
        parts.append(Part(anchor: anchor, value: value))
        return value
    }

    /// The first byte of the operator between two operands.
    private func anchor(between left: CheckedExpression, _ right: CheckedExpression) -> Int {
        let end = min(right.span.start, source.bytes.count)
        let gap = min(left.span.end, end)..<end
        return gap.first {
            ![UInt8(ascii: " "), UInt8(ascii: ")"), UInt8(ascii: "\n")].contains(source.bytes[$0])
        }
            ?? left.span.end
    }

    private static func runValue(_ value: Value) -> RunValue {
        if let number = value.asDouble { return .number(number) }
        switch value {
        case .bool(let isTrue): return .verdict(Verdict(isTrue))
        case .string(let text): return .text(text)
        case .duration(let seconds): return .number(seconds)
        case .size(let bytes): return .number(Double(bytes))
        default: return .other(value)
        }
    }

    private static func arithmetic(
        _ operation: CheckedExpression.Arithmetic, _ values: [RunValue]
    ) -> RunValue {
        let result = combine(values) { operands in
            switch operation {
            case .add: operands[0] + operands[1]
            case .subtract: operands[0] - operands[1]
            case .multiply: operands[0] * operands[1]
            case .divide: operands[0] / operands[1]
            }
        }
        if case .number(let number, _) = result, !number.isFinite { return .undefined("not a finite number") }
        return result
    }

    /// Applies `operation` to the numbers and, beside them, to their estimates; the first reason for no number wins.
    private static func combine(_ values: [RunValue], _ operation: ([Double]) -> Double) -> RunValue {
        var numbers: [Double] = []
        var estimates: [Double] = []
        for value in values {
            switch value {
            case .number(let number, let estimate):
                numbers.append(number)
                estimates.append(estimate)
            case .undefined: return value
            default: return .undefined("not a number")
            }
        }
        return .number(operation(numbers), estimate: operation(estimates))
    }

    /// A comparison of bounds is decided only when the estimates behind them agree.
    private static func compare(
        _ comparison: CheckedExpression.Comparison, _ left: RunValue, _ right: RunValue
    ) -> Verdict {
        switch (left, right) {
        case (.number(let first, let firstEstimate), .number(let second, let secondEstimate)):
            let outcome = holds(comparison, first, second)
            return outcome == holds(comparison, firstEstimate, secondEstimate)
                ? Verdict(outcome) : .inconclusive
        case (.undefined, _), (_, .undefined): return .inconclusive
        case (.text(let first), .text(let second)): return Verdict(holds(comparison, first, second))
        default:
            switch comparison {
            case .equal: return Verdict(left == right)
            case .notEqual: return Verdict(left != right)
            default: return .inconclusive
            }
        }
    }

    private static func holds<Operand: Comparable>(
        _ comparison: CheckedExpression.Comparison, _ left: Operand, _ right: Operand
    ) -> Bool {
        switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    private static func member(_ value: RunValue, _ values: [Value]) -> Verdict {
        if case .undefined = value { return .inconclusive }
        return Verdict(values.contains { compare(.equal, value, runValue($0)) == .pass })
    }
}
