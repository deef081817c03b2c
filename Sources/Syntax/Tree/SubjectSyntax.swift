import Diagnostics

/// What a statement is about: a name, or a cohort made on the spot.
package enum SubjectSyntax: Sendable, Hashable {
    /// A name.
    case path(NamePath)
    /// `( ... )`.
    case expression(CohortExpression)

    /// Where it stands.
    package var span: SourceSpan {
        switch self {
        case .path(let path): path.span
        case .expression(let expression): expression.span
        }
    }
}
