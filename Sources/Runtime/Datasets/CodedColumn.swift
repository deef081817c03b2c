/// A column of a table: its different texts, trimmed, and for each row which of them it holds.
struct CodedColumn {
    /// For each row the number of its text; -1 where a joined table has no such row.
    private(set) var codes: [Int32] = []
    /// The place of the first row with each text.
    private(set) var places: [(line: Int, column: Int)] = []
    /// The column's name.
    let name: String
    /// The file's path, for errors.
    let path: String
    private let index: Int
    private var coder = TextCoder()

    /// The column `name` of the table that `reader` reads.
    init(_ name: String, of reader: CSVReader) throws(CSVError) {
        self.name = name
        path = reader.path
        index = try reader.index(of: name)
    }

    /// The different texts, in the order of the rows.
    var texts: [String] { coder.texts }

    /// Adds the row that `reader` is at.
    mutating func add(_ reader: CSVReader) throws(CSVError) {
        let code = reader.withBytes(index) { bytes in coder.code(of: bytes.trimmingBlanks) }
        guard let code else {
            let place = reader.place(ofField: index)
            throw .notText(path: path, line: place.line, column: place.column)
        }
        if code == places.count { places.append(reader.place(ofField: index)) }
        codes.append(code)
    }

    /// The number of the row that holds `text`, where no two rows hold the same.
    func row(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        coder.known(text) ?? -1
    }

    /// The column as seen from a table whose rows are those of this one, in the order of `rows`; -1 is no row.
    func taking(_ rows: [Int32]) -> CodedColumn {
        var column = self
        column.codes = rows.map { $0 < 0 ? -1 : codes[Int($0)] }
        return column
    }

    /// The finding that a text of this column is not what is needed.
    func bad(_ code: Int, expected: String) -> CSVError {
        .badValue(
            path: path, line: places[code].line, column: places[code].column, name: name, found: texts[code],
            expected: expected)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes without the spaces and tabs at both ends.
    var trimmingBlanks: UnsafeBufferPointer<UInt8> {
        var (start, end) = (startIndex, endIndex)
        while start < end, Self.isBlank(self[start]) { start += 1 }
        while start < end, Self.isBlank(self[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
