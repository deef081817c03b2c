import Diagnostics
import Syntax

extension Checker {
    /// What stands behind `where`: comparisons of attributes with their values, joined by `and`, `or` and `not`.
    ///
    /// - Parameter attributes: those that the cohort states.
    mutating func cellCondition(
        _ expression: Expression, on attributes: [String]
    ) throws(CheckFailure) -> CellCondition {
        switch expression.kind {
        case .parenthesized(let inner): return try cellCondition(inner, on: attributes)
        case .prefix(.not, let operand): return .not(try cellCondition(operand, on: attributes))
        case .infix(let left, .and, let right):
            return .and(
                try cellCondition(left, on: attributes), try cellCondition(right, on: attributes))
        case .infix(let left, .or, let right):
            return .or(
                try cellCondition(left, on: attributes), try cellCondition(right, on: attributes))
        case .infix(let left, let operation, let right):
            if let attribute = try attribute(left, of: attributes) {
                return try comparison(attribute, operation, right)
            }
            if let attribute = try attribute(right, of: attributes), let turned = operation.turned {
                return try comparison(attribute, turned, left)
            }
        default: break
        }
        return .constant(try isTrue(expression))
    }

    /// The truth of a part that names no attribute: it must be known, as `quick or age > 60` with `let quick = true`.
    private mutating func isTrue(_ expression: Expression) throws(CheckFailure) -> Bool {
        if expression.calls.contains("passed") { throw fail(notYet("`passed(...)`", expression.span)) }
        var other = aside()
        let checked = other.attempt { checker throws(CheckFailure) in try checker.check(expression) }
        if case .constant(.bool(let holds))? = checked?.node { return holds }
        let isAttribute = expression.names.contains { catalogue.attribute($0) != nil }
        if !isAttribute, let unknown = other.findings.kept.first(where: { $0.code == "E0301" }) {
            throw fail(unknown)
        }
        throw fail(
            Diagnostic(
                "E0413",
                isAttribute
                    ? "`where` compares attributes with their values"
                    : "`where` asks about attributes, not results", at: expression.span,
                helps: ["for example `where age >= 20 and not (sex == m and fst in I..II)`"]))
    }

    /// The attribute that an expression names; nil for anything else.
    private mutating func attribute(
        _ expression: Expression, of attributes: [String]
    ) throws(CheckFailure) -> AttributeDefinition? {
        guard case .path(let path) = expression.kind, path.isSingle,
            let attribute = catalogue.attribute(path.first.text)
        else { return nil }
        let name = path.first
        if let binding = environment.binding(of: name.text) {
            if attributes.contains(name.text) { report(hides(name, binding, "attribute of the cohort")) }
            return nil
        }
        guard attributes.contains(name.text) else {
            throw fail(
                unknown(
                    "E0302", "attribute", name.text, name.span, among: attributes, place: " in this cohort"))
        }
        return attribute
    }

    private mutating func comparison(
        _ attribute: AttributeDefinition, _ operation: InfixOperator, _ right: Expression
    ) throws(CheckFailure) -> CellCondition {
        if operation == .isIn {
            return .member(attribute: attribute.name, of: try levels(right, of: attribute))
        }
        guard let comparison = CheckedExpression.Comparison(rawValue: operation.rawValue) else {
            throw fail(
                Diagnostic("E0413", "`where` compares attributes, and computes nothing", at: right.span))
        }
        let values = try levels(right, of: attribute)
        guard values.count == 1, let value = values.first else {
            throw fail(
                Diagnostic(
                    "E0413", "`\(attribute.name)` is compared with one value; `in` takes several",
                    at: right.span)
            )
        }
        let isOrder = comparison != .equal && comparison != .notEqual
        if isOrder, case .words = attribute.domain {
            throw fail(Diagnostic("E0404", "`\(attribute.name)` has no order", at: right.span))
        }
        return .comparison(attribute: attribute.name, comparison, value)
    }
}

extension InfixOperator {
    /// The comparison with its sides exchanged; nil for one whose sides cannot be.
    fileprivate var turned: InfixOperator? {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: nil
        }
    }
}

extension Expression {
    /// The names in it, those of calls left out.
    fileprivate var names: [String] {
        switch kind {
        case .path(let path): [path.text]
        case .infix(let left, _, let right): left.names + right.names
        case .prefix(_, let operand), .parenthesized(let operand): operand.names
        default: []
        }
    }

    /// The names of everything that it calls.
    fileprivate var calls: [String] {
        switch kind {
        case .call(let callee, _): if case .path(let path) = callee.kind { [path.text] } else { [] }
        case .infix(let left, _, let right): left.calls + right.calls
        case .prefix(_, let operand), .parenthesized(let operand): operand.calls
        default: []
        }
    }
}
