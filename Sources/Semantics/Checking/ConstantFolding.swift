/// Works out the parts of expressions that are known before the run.
enum ConstantFolding {
    /// The result of an operation on two numbers; nil on overflow and for division by zero.
    static func value(_ operation: CheckedExpression.Arithmetic, _ left: Value, _ right: Value) -> Value? {
        if case .integer(let first) = left, case .integer(let second) = right, operation != .divide {
            return integer(operation, first, second).map { .integer($0) }
        }
        guard let first = left.asDouble, let second = right.asDouble else { return nil }
        let result: Double
        switch operation {
        case .add: result = first + second
        case .subtract: result = first - second
        case .multiply: result = first * second
        case .divide: result = first / second
        }
        return result.isFinite ? .number(result) : nil
    }

    private static func integer(_ operation: CheckedExpression.Arithmetic, _ left: Int, _ right: Int) -> Int?
    {
        let result: (partialValue: Int, overflow: Bool)
        switch operation {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .divide: return nil
        }
        return result.overflow ? nil : result.partialValue
    }

    /// The expression, or its value where all operands are known.
    static func fold(_ expression: CheckedExpression) -> CheckedExpression {
        guard let truth = truth(expression.node) else { return expression }
        return CheckedExpression(node: .constant(.bool(truth)), kind: .bool, span: expression.span)
    }

    private static func truth(_ node: CheckedExpression.Node) -> Bool? {
        switch node {
        case .and(let left, let right):
            guard let first = bool(left), let second = bool(right) else { return nil }
            return first && second
        case .or(let left, let right):
            guard let first = bool(left), let second = bool(right) else { return nil }
            return first || second
        case .comparison(let comparison, let left, let right):
            guard case .constant(let first) = left.node, case .constant(let second) = right.node else {
                return nil
            }
            return compare(comparison, first, second)
        case .member(let member, let values):
            guard case .constant(let value) = member.node else { return nil }
            return values.contains { $0.holds(value) ?? isEqual($0, value) }
        default: return nil
        }
    }

    private static func bool(_ expression: CheckedExpression) -> Bool? {
        guard case .constant(.bool(let truth)) = expression.node else { return nil }
        return truth
    }

    private static func isEqual(_ left: Value, _ right: Value) -> Bool {
        if let first = left.quantity, let second = right.quantity { return first == second }
        if let first = left.asText, let second = right.asText { return first == second }
        return left == right
    }

    private static func compare(_ comparison: CheckedExpression.Comparison, _ left: Value, _ right: Value)
        -> Bool?
    {
        switch comparison {
        case .equal: return isEqual(left, right)
        case .notEqual: return !isEqual(left, right)
        default: break
        }
        guard let first = left.quantity ?? left.skinType, let second = right.quantity ?? right.skinType else {
            return nil
        }
        switch comparison {
        case .less: return first < second
        case .lessOrEqual: return first <= second
        case .greater: return first > second
        default: return first >= second
        }
    }
}
