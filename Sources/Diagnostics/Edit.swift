/// A change of the source that a diagnostic proposes.
public struct Edit: Sendable, Hashable {
    /// Whether an editor may apply it without asking.
    public enum Applicability: String, Sendable, Hashable {
        /// Keeps the meaning that the script obviously has.
        case safe
        /// A guess.
        case maybe
    }

    /// The bytes replaced; empty for an insertion.
    public let span: SourceSpan
    /// The text put in their place.
    public let replacement: String
    /// Whether it may be applied without asking.
    public let applicability: Applicability

    /// Proposes to replace the bytes of `span`.
    public init(_ span: SourceSpan, _ replacement: String, _ applicability: Applicability = .maybe) {
        self.span = span
        self.replacement = replacement
        self.applicability = applicability
    }
}
