/// A change of a document's text.
struct ContentChange: Decodable {
    /// What is replaced; nil for the whole text.
    let range: TextRange?
    /// What is put in its place.
    let text: String
}
