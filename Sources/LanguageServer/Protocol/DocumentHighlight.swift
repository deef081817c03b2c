/// A place where the name under the cursor stands.
struct DocumentHighlight: Encodable {
    /// The place.
    let range: TextRange
}
