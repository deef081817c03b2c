/// What `textDocument/didOpen` says.
struct OpenParameters: Decodable {
    /// The document.
    let textDocument: DocumentText
}
