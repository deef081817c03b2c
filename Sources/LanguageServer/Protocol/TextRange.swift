/// A run of a document's text; its end does not belong to it.
struct TextRange: Codable, Hashable {
    /// Where it begins.
    let start: TextPosition
    /// Where it ends.
    let end: TextPosition

    /// The range as the protocol writes it.
    var json: String {
        "{\"start\":\(start.json),\"end\":\(end.json)}"
    }
}
