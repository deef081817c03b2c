import Diagnostics

/// A line of a document's outline.
///
/// Outlines are long, and Foundation's coder takes a tenth of a millisecond for each line of one, so they are written as text.
struct DocumentSymbol {
    /// The name.
    let name: String
    /// What it is, in a few words.
    let detail: String
    /// What it is, in the protocol's numbers.
    let kind: Int
    /// The whole statement.
    let range: TextRange
    /// The name in it.
    let selectionRange: TextRange
    /// What stands inside it.
    let children: [DocumentSymbol]

    /// The line and those inside it.
    var json: String {
        JSONText.object([
            ("name", JSONText.string(name)), ("detail", JSONText.string(detail)), ("kind", "\(kind)"),
            ("range", range.json), ("selectionRange", selectionRange.json),
            ("children", JSONText.array(children.map(\.json))),
        ])
    }
}
