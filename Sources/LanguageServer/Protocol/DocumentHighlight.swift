/// A place where the name under the cursor stands.
struct DocumentHighlight: JSONWritable {
    /// The place.
    let range: TextRange

    func write(to json: inout JSONBytes) {
        json.write("{\"range\":")
        range.write(to: &json)
        json.write("}")
    }
}
