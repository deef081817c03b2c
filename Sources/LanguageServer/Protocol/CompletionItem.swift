/// A word that may stand at a place.
struct CompletionItem: Encodable {
    /// The word.
    let label: String
    /// What it is, in the protocol's numbers.
    let kind: Int
    /// What it is, in a few words.
    let detail: String?
    /// Sorts the words as the server found them.
    let sortText: String
    /// How the word comes into the text.
    let textEdit: TextEdit
}
