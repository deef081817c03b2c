import Diagnostics

/// A cohort of a script, for an editor: where it is described and how large it is.
package struct CohortMark: Sendable, Hashable {
    /// Where it is described.
    package let span: SourceSpan
    /// Its cells and images: `2 x 8 = 16 cells x 2 = 32 images`.
    package let size: String
}
