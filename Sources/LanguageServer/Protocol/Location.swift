/// A run of text in a document.
struct Location: Encodable {
    /// The document's address.
    let uri: String
    /// The text.
    let range: TextRange
}

extension Location: JSONWritable {
    func write(to json: inout JSONBytes) {
        json.write("{\"uri\":")
        json.write(string: uri)
        json.write(",\"range\":")
        range.write(to: &json)
        json.write("}")
    }
}
