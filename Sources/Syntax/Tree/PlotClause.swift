import Diagnostics

/// A clause of `plot`.
package struct PlotClause: Sendable, Hashable {
    /// What it is.
    package enum Kind: Sendable, Hashable {
        /// `by sex, age`.
        case by([GroupSyntax])
        /// `of main`.
        case of(NamePath)
        /// `rows fst*sex`.
        case rows(GroupSyntax)
        /// `columns age`.
        case columns(GroupSyntax)
        /// `to "figure.png"`.
        case to(StringLiteral)
        /// `with pick 1`.
        case options([OptionSyntax])
    }

    /// What it is.
    package let kind: Kind
    /// Where it stands.
    package let span: SourceSpan
}
