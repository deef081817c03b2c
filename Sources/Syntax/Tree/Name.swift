import Diagnostics

/// A word of the script that names something.
package struct Name: Sendable, Hashable {
    /// The word.
    package let text: String
    /// Where it stands.
    package let span: SourceSpan

    /// Names something.
    package init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}
