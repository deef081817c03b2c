import Diagnostics

/// A type as written: `int`, `set<fst>`.
package struct TypeSyntax: Sendable, Hashable {
    /// The name.
    package let name: Name
    /// The names within angle brackets, outermost first.
    package let arguments: [Name]
    /// Where it stands.
    package let span: SourceSpan

    /// The type as text.
    package var text: String {
        name.text + arguments.map { "<" + $0.text }.joined() + String(repeating: ">", count: arguments.count)
    }
}
