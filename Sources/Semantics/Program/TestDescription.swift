import Diagnostics

/// A `test` block: statements of their own that run under `dermaudit test` only.
public struct TestDescription: Sendable, Hashable {
    /// What it is called.
    public let title: String
    /// Its statements, with the declarations of the script before it that they need.
    public let statements: [CheckedStatement]
    /// Where it is written.
    public let span: SourceSpan
}
