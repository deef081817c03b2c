/// The keys of a table that is joined to another one: names without extension, each once.
struct UniqueKeys: RowColumn {
    private var keys = TextCoder()
    private var lines: [Int32] = []
    private let path: String
    private let index: Int

    /// The column `name` of the table that `reader` reads.
    init(_ name: String, of reader: CSVReader) throws(CSVError) {
        path = reader.path
        index = try reader.index(of: name)
    }

    /// Adds the keys of rows; an error where one is there already.
    mutating func add(_ rows: CSVRows) throws(CSVError) {
        try rows.forEach(index) { row, bytes throws(CSVError) in
            guard let code = keys.code(of: ImageName.stem(bytes)) else { throw rows.notText(row, index) }
            let place = rows.place(row, index)
            guard code == lines.count else {
                throw .duplicateRow(
                    path: path, line: place.line, column: place.column, id: keys.texts[Int(code)],
                    first: Int(lines[Int(code)]))
            }
            lines.append(Int32(truncatingIfNeeded: place.line))
        }
    }

    /// The row whose key is that of `text`, which may have an image file's extension; -1 where there is none.
    func row(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let stem = ImageName.stem(text)
        if let row = keys.known(stem) { return row }
        var other = ImageName.alternative(to: String(decoding: stem, as: UTF8.self))
        return other.withUTF8 { keys.known($0) } ?? -1
    }
}
