/// Words under a run of bytes in an excerpt.
public struct Label: Sendable, Hashable {
    /// The bytes underlined.
    public let span: SourceSpan
    /// The words beside the line; may be empty.
    public let text: String

    /// Puts `text` under `span`.
    public init(_ span: SourceSpan, _ text: String) {
        self.span = span
        self.text = text
    }
}
