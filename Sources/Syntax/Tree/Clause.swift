import Diagnostics

/// A clause of a cohort.
package struct Clause: Sendable, Hashable {
    /// What it is.
    package enum Kind: Sendable, Hashable {
        /// `sex in [m, f]`, `age 10..80`.
        case axis(Name, Expression)
        /// `n 100`, `n 5000 total`.
        case count(Expression, isTotal: Bool)
        /// `prompt "..."`.
        case prompt(Expression)
        /// `from isic`.
        case from(NamePath)
        /// `seed 7`.
        case seed(Expression)
        /// `where expr`.
        case condition(Expression)
    }

    /// What it is.
    package let kind: Kind
    /// Where it stands.
    package let span: SourceSpan
}
