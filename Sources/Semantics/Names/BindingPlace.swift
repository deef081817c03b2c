import Diagnostics

/// Where a name was bound.
package struct BindingPlace: Sendable, Hashable {
    /// The file or module, as the script names it; nil for the script itself.
    package let file: String?
    /// The name's bytes there.
    package let span: SourceSpan

    /// Points at a name.
    package init(file: String? = nil, span: SourceSpan) {
        self.file = file
        self.span = span
    }
}
