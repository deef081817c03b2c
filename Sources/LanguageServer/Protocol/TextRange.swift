/// A run of a document's text; its end does not belong to it.
struct TextRange: Codable, Hashable {
    /// Where it begins.
    let start: TextPosition
    /// Where it ends.
    let end: TextPosition
}

extension TextRange: JSONWritable {
    func write(to json: inout JSONBytes) {
        json.write("{\"start\":")
        start.write(to: &json)
        json.write(",\"end\":")
        end.write(to: &json)
        json.write("}")
    }
}
