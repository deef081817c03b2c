/// Words that an editor shows in the text, and that are not in it.
struct InlayHint: JSONWritable {
    /// Where they stand.
    let position: TextPosition
    /// The words.
    let label: String

    func write(to json: inout JSONBytes) {
        json.write("{\"position\":")
        position.write(to: &json)
        json.write(",\"label\":")
        json.write(string: label)
        // A blank stands before the words.
        json.write(",\"paddingLeft\":true}")
    }
}
