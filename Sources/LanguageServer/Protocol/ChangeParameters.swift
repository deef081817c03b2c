/// What `textDocument/didChange` says.
struct ChangeParameters: Decodable {
    /// The document.
    let textDocument: DocumentName
    /// The changes, each of the text that the one before it left.
    let contentChanges: [ContentChange]
}
