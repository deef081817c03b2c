/// A place in a document: a line and a column in UTF-16 code units, both from 0.
struct TextPosition: Codable, Hashable {
    /// The line.
    let line: Int
    /// The column.
    let character: Int

    /// The place as the protocol writes it.
    var json: String {
        "{\"line\":\(line),\"character\":\(character)}"
    }
}
