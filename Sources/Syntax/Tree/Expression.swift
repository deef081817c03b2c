import Diagnostics

/// An expression of the grammar.
package struct Expression: Sendable, Hashable {
    /// What it is. Words, numbers and texts are held in place, all that has parts of its own kind in a box.
    package enum Kind: Sendable, Hashable {
        /// A whole number.
        case integer(Int)
        /// A number with a fraction or an exponent.
        case number(Double)
        /// A share, in 0...1.
        case percent(Double)
        /// A time, in seconds.
        case duration(Double)
        /// A number of bytes.
        case size(Int)
        /// A skin type, 1...6.
        case fitzpatrick(Int)
        /// Text.
        case string(StringLiteral)
        /// `true` or `false`.
        case bool(Bool)
        /// `unknown`.
        case unknown
        /// A name, or names joined by dots.
        case path(NamePath)
        /// `lower..upper`, `lower..<upper`, with the step where one is written.
        indirect case range(lower: Expression, upper: Expression, halfOpen: Bool, step: Expression?)
        /// `[a, b]`.
        case set([Expression])
        /// `{name: value}`.
        case record([RecordEntry])
        /// A metric as a value: `dp by age of a`.
        indirect case query(Query)
        /// `( )`.
        indirect case parenthesized(Expression)
        /// Something called: `max(accuracy)`.
        indirect case call(Expression, [Argument])
        /// `value.name`, where the value is no name.
        indirect case member(Expression, Name)
        /// `value[index]`.
        indirect case element(Expression, Expression)
        /// `-value`, `not value`.
        indirect case prefix(PrefixOperator, Expression)
        /// `left operator right`.
        indirect case infix(Expression, InfixOperator, Expression)
    }

    /// What it is.
    package let kind: Kind
    /// Where it stands.
    package let span: SourceSpan
    private let levels: UInt16
    /// How deep it is: 1 for a word, one more than the deepest part otherwise. Bounded by the parser.
    package var depth: Int { Int(levels) }

    /// Makes an expression around parts of at most the depth given.
    package init(_ kind: Kind, _ span: SourceSpan, around depth: Int = 0) {
        self.kind = kind
        self.span = span
        levels = UInt16(clamping: depth + 1)
    }
}
