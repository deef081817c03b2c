import Diagnostics

/// Statements in braces.
package struct Block: Sendable, Hashable {
    /// The statements in order.
    package let statements: [Statement]
    /// Where it stands, from brace to brace.
    package let span: SourceSpan
}
