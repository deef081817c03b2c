/// A place in a document: a line and a column in UTF-16 code units, both from 0.
struct TextPosition: Codable, Hashable {
    /// The line.
    let line: Int
    /// The column.
    let character: Int
}

extension TextPosition: JSONWritable {
    func write(to json: inout JSONBytes) {
        json.write("{\"line\":")
        json.write(line)
        json.write(",\"character\":")
        json.write(character)
        json.write("}")
    }
}
