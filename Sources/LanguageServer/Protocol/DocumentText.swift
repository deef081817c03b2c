/// A document that was opened.
struct DocumentText: Decodable {
    /// Its address.
    let uri: String
    /// Its text.
    let text: String
    /// The version of its text.
    let version: Int?
}
