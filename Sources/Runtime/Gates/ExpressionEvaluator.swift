import Diagnostics
import Semantics

/// Works out expressions on results, and remembers every part's value for the message of a failed gate.
struct ExpressionEvaluator {
    /// What one part came to, and the byte of the source that it is shown under.
    struct Part {
        let anchor: Int
        let text: String
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
            let operands = (value(left), value(right))
            let verdict = Self.compare(comparison, operands.0, operands.1)
            let text = Self.explanation(of: verdict, operands.0, operands.1)
            return record(.verdict(verdict), at: anchor(between: left, right), text)
        case .member(let operand, let values):
            let verdict = Self.member(value(operand), values)
            return record(.verdict(verdict), at: anchor(from: operand.span.end, to: expression.span.end))
        case .and(let left, let right):
            let verdict = Self.verdict(value(left)) & Self.verdict(value(right))
            return record(.verdict(verdict), at: anchor(between: left, right))
        case .or(let left, let right):
            let verdict = Self.verdict(value(left)) | Self.verdict(value(right))
            return record(.verdict(verdict), at: anchor(between: left, right))
        case .inconclusive(let operand):
            let isOpen = !Self.verdict(value(operand)).isDecided
            return record(.verdict(Verdict(isOpen)), at: expression.span.start)
        }
    }

    /// Whether a value, as a condition, holds; what is no condition has no verdict.
    static func verdict(_ value: RunValue) -> Verdict {
        if case .verdict(let verdict) = value { return verdict }
        return .undefined
    }

    private mutating func record(_ value: RunValue, at anchor: Int, _ text: String? = nil) -> RunValue {
        parts.append(Part(anchor: anchor, text: text ?? value.shown))
        return value
    }

    /// The first byte of the operator between two operands.
    private func anchor(between left: CheckedExpression, _ right: CheckedExpression) -> Int {
        anchor(from: left.span.end, to: right.span.start)
    }

    /// The first byte between two places that is neither blank nor closes a parenthesis.
    private func anchor(from start: Int, to end: Int) -> Int {
        let end = min(end, source.bytes.count)
        let gap = min(start, end)..<end
        return gap.first {
            ![UInt8(ascii: " "), UInt8(ascii: ")"), UInt8(ascii: "\n")].contains(source.bytes[$0])
        }
            ?? start
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
        if case .number(let number) = result, !number.value.isFinite {
            return .undefined("not a finite number")
        }
        return result
    }

    /// Applies `operation` to the numbers and to their opposite ends; the first reason for no number wins.
    private static func combine(_ values: [RunValue], _ operation: ([Double]) -> Double) -> RunValue {
        var numbers: [RunNumber] = []
        for value in values {
            switch value {
            case .number(let number): numbers.append(number)
            case .undefined: return value
            default: return .undefined("not a number")
            }
        }
        return .number(operation(numbers.map(\.value)), opposite: operation(numbers.map(\.opposite)))
    }

    // MARK: Comparisons

    /// A comparison of a bound is decided only where both ends of its interval agree.
    private static func compare(
        _ comparison: CheckedExpression.Comparison, _ left: RunValue, _ right: RunValue
    ) -> Verdict {
        switch (left, right) {
        case (.number(let first), .number(let second)):
            let outcome = holds(comparison, first.value, second.value)
            return outcome == holds(comparison, first.opposite, second.opposite)
                ? Verdict(outcome) : .inconclusive
        case (.undefined, _), (_, .undefined): return .undefined
        case (.text(let first), .text(let second)): return Verdict(holds(comparison, first, second))
        default:
            switch comparison {
            case .equal: return Verdict(left == right)
            case .notEqual: return Verdict(left != right)
            default: return .undefined
            }
        }
    }

    /// A verdict with how far the numbers are apart, where it is not a pass.
    private static func explanation(of verdict: Verdict, _ left: RunValue, _ right: RunValue) -> String? {
        guard case .number(let first) = left, case .number(let second) = right else { return nil }
        switch verdict {
        case .fail:
            let distance = first.value - second.value
            guard distance != 0 else { return "false: equal" }
            let side = distance > 0 ? "above" : "below"
            return "false: \(side) by \(RunNumber.rounded(distance.magnitude))"
        case .inconclusive:
            let wide = first.value != first.opposite ? first : second
            let (low, high) = (min(wide.value, wide.opposite), max(wide.value, wide.opposite))
            let other = first.value != first.opposite ? second : first
            return "inconclusive: \(RunNumber.rounded(other.value)) lies between "
                + "\(RunNumber.rounded(low)) and \(RunNumber.rounded(high))"
        default: return nil
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
        if case .undefined = value { return .undefined }
        return values.reduce(Verdict.fail) { $0 | matches(value, $1) }
    }

    /// Whether a value is an item of a set, or lies within a range of it: on an interval, where all of it does.
    private static func matches(_ value: RunValue, _ item: Value) -> Verdict {
        guard case .range(let lower, let upper, let isHalfOpen, let step) = item else {
            return Verdict(compare(.equal, value, runValue(item)) == .pass)
        }
        guard case .number(let number) = value else { return .fail }
        if step != nil { return Verdict(item.holds(.number(number.value)) ?? false) }
        return compare(.greaterOrEqual, value, runValue(lower))
            & compare(isHalfOpen ? .less : .lessOrEqual, value, runValue(upper))
    }
}
