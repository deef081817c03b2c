/// A change of a document.
struct TextEdit: Codable, Hashable {
    /// What is replaced; empty for an insertion.
    let range: TextRange
    /// What is put in its place.
    let newText: String
}
