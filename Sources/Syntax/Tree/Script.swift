import Diagnostics

/// A parsed script: its statements, and its tokens for everything that the statements leave out.
package struct Script: Sendable {
    /// The tokens and the source.
    package let lexed: LexedSource
    /// The statements that could be read, in order.
    package let statements: [Statement]
    /// What was wrong, in the order of the source, lexical findings included.
    package let diagnostics: [Diagnostic]

    /// The names that the statements which could not be read would have bound, `it.cohort` and its like included.
    package let unreadNames: Set<String>

    /// Whether something was wrong.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
