import Diagnostics

/// Names joined by dots: `it.report`, `a.MelaNet`. At least one.
package struct NamePath: Sendable, Hashable {
    /// The names in order; never empty.
    package let names: [Name]

    /// The names joined by dots.
    package var text: String { names.map(\.text).joined(separator: ".") }

    /// Where they stand.
    package var span: SourceSpan {
        guard let first = names.first, let last = names.last else { return SourceSpan(0, 0) }
        return first.span.union(last.span)
    }
}
