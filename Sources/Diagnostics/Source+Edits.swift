extension Source {
    /// The source with changes made, each of them to the bytes as they are now; nil where two of them touch the same bytes.
    ///
    /// Insertions at the same place stand in the order given.
    package func applying(_ edits: [Edit]) -> Source? {
        let ordered = edits.enumerated().sorted {
            ($0.element.span.start, $0.element.span.end, $0.offset)
                < ($1.element.span.start, $1.element.span.end, $1.offset)
        }.map(\.element)
        var result: [UInt8] = []
        var place = 0
        for edit in ordered {
            guard place <= edit.span.start, edit.span.start <= edit.span.end, edit.span.end <= bytes.count
            else {
                return nil
            }
            result += bytes[place..<edit.span.start]
            result += Array(edit.replacement.utf8)
            place = edit.span.end
        }
        return Source(name: name, bytes: result + bytes[place...])
    }
}
