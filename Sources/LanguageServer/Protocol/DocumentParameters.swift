/// What most requests about a document say.
struct DocumentParameters: Decodable {
    /// Which findings a code action is wanted for.
    struct Context: Decodable {
        /// The kinds wanted; all without.
        let only: [String]?
        /// Whether references include the binding of the name.
        let includeDeclaration: Bool?
    }

    /// The document.
    let textDocument: DocumentName
    /// The place asked about.
    let position: TextPosition?
    /// The part asked about.
    let range: TextRange?
    /// The name wanted by `textDocument/rename`.
    let newName: String?
    /// What else is wanted.
    let context: Context?
}
