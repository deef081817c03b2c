import Diagnostics

/// Attributes crossed by `*`: `sex*fst`, `age bin 10`.
package struct GroupSyntax: Sendable, Hashable {
    /// An attribute, with its bins.
    package struct Factor: Sendable, Hashable {
        /// The attribute.
        package let attribute: Name
        /// `bin 10` or `bins [0, 40]`; nil without.
        package let bins: Bins?
    }

    /// How a factor's numbers are gathered.
    package indirect enum Bins: Sendable, Hashable {
        /// `bin 10`.
        case width(Expression)
        /// `bins [0, 40]`.
        case edges(Expression)
    }

    /// The first factor.
    package let first: Factor
    /// The factors behind the first `*`; mostly none, and then they take no memory.
    package let rest: [Factor]
    /// Where they stand.
    package let span: SourceSpan

    /// The factors in order; never empty.
    package var factors: [Factor] { [first] + rest }
}
