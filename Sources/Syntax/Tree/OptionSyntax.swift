import Diagnostics

/// An option behind `with`: `steps 250`, `ci wilson 95%`, `paired`.
package struct OptionSyntax: Sendable, Hashable {
    /// Its name; may be spelt like a keyword.
    package let name: Name
    /// Its values, none to two.
    package let values: [Expression]
    /// Where it stands.
    package let span: SourceSpan

    /// Writes an option.
    package init(name: Name, values: [Expression], span: SourceSpan) {
        self.name = name
        self.values = values
        self.span = span
    }
}
