/// A line of a document's outline.
struct DocumentSymbol: JSONWritable {
    /// The name.
    let name: String
    /// What it is, in a few words; empty for nothing.
    let detail: String
    /// What it is, in the protocol's numbers.
    let kind: Int
    /// The whole statement.
    let range: TextRange
    /// The name in it.
    let selectionRange: TextRange
    /// What stands inside it.
    let children: [DocumentSymbol]

    func write(to json: inout JSONBytes) {
        json.write("{\"name\":")
        json.write(string: name)
        if !detail.isEmpty {
            json.write(",\"detail\":")
            json.write(string: detail)
        }
        json.write(",\"kind\":")
        json.write(kind)
        json.write(",\"range\":")
        range.write(to: &json)
        json.write(",\"selectionRange\":")
        selectionRange.write(to: &json)
        if !children.isEmpty {
            json.write(",\"children\":")
            json.write(children)
        }
        json.write("}")
    }
}
