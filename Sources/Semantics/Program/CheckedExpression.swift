import Diagnostics

/// An expression with names and types resolved; every node keeps its place, so that a failed gate can show each part's value.
public struct CheckedExpression: Sendable, Hashable {
    /// Which values an expression has.
    public enum Kind: String, Sendable, Hashable {
        /// A number, also whole ones and shares.
        case number
        /// True or false.
        case bool
        /// Text.
        case string
        /// A time or a number of bytes.
        case quantity
        /// Anything else that can only be printed: a set, a word.
        case other
    }

    /// An operation on two numbers.
    public enum Arithmetic: String, Sendable, Hashable {
        /// Sum.
        case add = "+"
        /// Difference.
        case subtract = "-"
        /// Product.
        case multiply = "*"
        /// Quotient; by 0 it is undefined.
        case divide = "/"
    }

    /// A comparison.
    public enum Comparison: String, Sendable, Hashable {
        /// Equal.
        case equal = "=="
        /// Not equal.
        case notEqual = "!="
        /// Less.
        case less = "<"
        /// Less or equal.
        case lessOrEqual = "<="
        /// Greater.
        case greater = ">"
        /// Greater or equal.
        case greaterOrEqual = ">="
    }

    /// What a node is.
    public indirect enum Node: Sendable, Hashable {
        /// A value known before the run.
        case constant(Value)
        /// A metric of outcomes.
        case query(MetricQuery)
        /// The value with its sign changed.
        case negate(CheckedExpression)
        /// An operation on two numbers.
        case arithmetic(Arithmetic, CheckedExpression, CheckedExpression)
        /// The smaller or larger of several numbers: `min(a, b)`, `max(a, b)`.
        case extreme(isMaximum: Bool, [CheckedExpression])
        /// A comparison of two numbers, texts or quantities.
        case comparison(Comparison, CheckedExpression, CheckedExpression)
        /// Whether the value is one of the set's.
        case member(CheckedExpression, of: [Value])
        /// Both.
        case and(CheckedExpression, CheckedExpression)
        /// Either.
        case or(CheckedExpression, CheckedExpression)
        /// Not.
        case not(CheckedExpression)
        /// Whether the results leave a condition open.
        case inconclusive(CheckedExpression)
    }

    /// What it is.
    public let node: Node
    /// Which values it has.
    public let kind: Kind
    /// Where it is written.
    public let span: SourceSpan

    /// The same with every part at another place: that of a call, for what stands in a function's body.
    func moved(to span: SourceSpan) -> CheckedExpression {
        let moved: Node =
            switch node {
            case .constant: node
            case .query(let query): .query(query.moved(to: span))
            case .negate(let operand): .negate(operand.moved(to: span))
            case .not(let operand): .not(operand.moved(to: span))
            case .inconclusive(let operand): .inconclusive(operand.moved(to: span))
            case .member(let operand, let values): .member(operand.moved(to: span), of: values)
            case .extreme(let isMaximum, let operands):
                .extreme(isMaximum: isMaximum, operands.map { $0.moved(to: span) })
            case .arithmetic(let operation, let left, let right):
                .arithmetic(operation, left.moved(to: span), right.moved(to: span))
            case .comparison(let comparison, let left, let right):
                .comparison(comparison, left.moved(to: span), right.moved(to: span))
            case .and(let left, let right): .and(left.moved(to: span), right.moved(to: span))
            case .or(let left, let right): .or(left.moved(to: span), right.moved(to: span))
            }
        return CheckedExpression(node: moved, kind: kind, span: span)
    }

    /// The metric queries in it, in order.
    public var queries: [MetricQuery] {
        switch node {
        case .constant: []
        case .query(let query): [query]
        case .negate(let operand), .not(let operand), .inconclusive(let operand), .member(let operand, _):
            operand.queries
        case .extreme(_, let operands): operands.flatMap(\.queries)
        case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
            .and(let left, let right),
            .or(let left, let right):
            left.queries + right.queries
        }
    }
}
