/// Lines that an editor may hide, but for the first.
struct FoldingRange: Hashable, JSONWritable {
    /// The first line, from 0.
    let startLine: Int
    /// The last line hidden.
    let endLine: Int
    /// `comment` for comments; nil otherwise.
    let kind: String?

    func write(to json: inout JSONBytes) {
        json.write("{\"startLine\":")
        json.write(startLine)
        json.write(",\"endLine\":")
        json.write(endLine)
        if let kind {
            json.write(",\"kind\":")
            json.write(string: kind)
        }
        json.write("}")
    }
}
