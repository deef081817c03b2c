/// A run of text in a document.
struct Location: Encodable {
    /// The document's address.
    let uri: String
    /// The text.
    let range: TextRange
}
