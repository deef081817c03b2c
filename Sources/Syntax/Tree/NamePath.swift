import Diagnostics

/// Names joined by dots: `it.report`, `a.MelaNet`. At least one.
package struct NamePath: Sendable, Hashable {
    /// The first name.
    package let first: Name
    /// The names behind the first dot; mostly none, and then they take no memory.
    package let rest: [Name]

    /// Joins names.
    package init(_ first: Name, _ rest: [Name] = []) {
        self.first = first
        self.rest = rest
    }

    /// Whether it is one name.
    package var isSingle: Bool { rest.isEmpty }

    /// The names in order; never empty.
    package var names: [Name] { [first] + rest }

    /// The names joined by dots.
    package var text: String {
        rest.isEmpty ? first.text : rest.reduce(into: first.text) { $0 += "." + $1.text }
    }

    /// Where they stand.
    package var span: SourceSpan {
        rest.last.map { first.span.union($0.span) } ?? first.span
    }
}
