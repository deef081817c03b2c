/// What `textDocument/publishDiagnostics` says.
struct PublishParameters: Encodable {
    /// The document's address.
    let uri: String
    /// The version of the text that was checked.
    let version: Int?
    /// Everything found.
    let diagnostics: [PublishedDiagnostic]
}
