/// A line of a document's outline.
struct DocumentSymbol: Encodable {
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
}
