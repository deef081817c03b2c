/// A word that may stand at a place.
struct CompletionItem: JSONWritable {
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

    func write(to json: inout JSONBytes) {
        json.write("{\"label\":")
        json.write(string: label)
        json.write(",\"kind\":")
        json.write(kind)
        if let detail {
            json.write(",\"detail\":")
            json.write(string: detail)
        }
        json.write(",\"sortText\":")
        json.write(string: sortText)
        json.write(",\"textEdit\":{\"range\":")
        textEdit.range.write(to: &json)
        json.write(",\"newText\":")
        json.write(string: textEdit.newText)
        json.write("}}")
    }
}
