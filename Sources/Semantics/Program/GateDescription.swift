import Diagnostics

/// A condition on results: `require dp by age of a.MelaNet <= 10% because "policy 4.2"`.
public struct GateDescription: Sendable, Hashable {
    /// Whether the run fails with it: `require` fails, `expect` warns.
    public let isRequired: Bool
    /// The condition.
    public let condition: CheckedExpression
    /// The reason behind `because`.
    public let reason: String?
    /// Where it is written.
    public let span: SourceSpan
}
