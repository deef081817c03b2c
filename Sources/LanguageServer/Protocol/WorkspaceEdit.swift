/// Changes of documents.
struct WorkspaceEdit: Encodable {
    /// The changes of each document, by its address.
    let changes: [String: [TextEdit]]
}
