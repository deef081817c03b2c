/// A document, named by its address.
struct DocumentName: Decodable {
    /// The address.
    let uri: String
    /// The version of its text; absent in most messages.
    let version: Int?
}
