/// A column of a table: its different texts, trimmed, and for each row which of them it holds.
package struct CodedColumn: RowColumn {
    /// For each row the number of its text; -1 where a joined table has no such row.
    private(set) var codes: RowCodes = []
    /// The column's name.
    let name: String
    /// The file's path, for errors.
    let path: String
    private let index: Int
    private var coder = TextCoder()
    /// The place of the first row with each text.
    private var places: [Place] = []

    private struct Place: Sendable {
        let line: Int32
        let column: Int32
    }

    /// The column `name` of the table that `reader` reads.
    package init(_ name: String, of reader: CSVReader) throws(CSVError) {
        self.name = name
        path = reader.path
        index = try reader.index(of: name)
    }

    /// The columns of these names, to be swept.
    static func swept(
        _ names: Set<String>, of reader: CSVReader
    ) throws(CSVError) -> [SweptColumn<CodedColumn>] {
        var columns: [SweptColumn<CodedColumn>] = []
        for name in names.sorted() { columns.append(SweptColumn(try CodedColumn(name, of: reader))) }
        return columns
    }

    /// Columns by their names.
    static func named(_ columns: [SweptColumn<CodedColumn>]) -> [String: CodedColumn] {
        Dictionary(columns.map { ($0.column.name, $0.column) }, uniquingKeysWith: { first, _ in first })
    }

    /// The different texts, in the order of the rows.
    var texts: [String] { coder.texts.strings }

    /// Adds rows; an error where one of their texts is not UTF-8.
    package mutating func add(_ rows: CSVRows) throws(CSVError) {
        try rows.forEach(index) { row, bytes throws(CSVError) in
            guard let code = coder.code(of: bytes.trimmingBlanks) else { throw rows.notText(row, index) }
            if code == places.count {
                let place = rows.place(row, index)
                places.append(
                    Place(
                        line: Int32(truncatingIfNeeded: place.line),
                        column: Int32(truncatingIfNeeded: place.column)))
            }
            codes.append(code)
        }
    }

    /// For each different text the row of `table` whose key it is; -1 where there is none.
    func rows(of table: JoinedTable) -> [Int32] {
        (0..<coder.texts.count).map { code in coder.texts.withBytes(code) { table.row($0) } }
    }

    /// The column as seen from a table whose rows are those of this one, in the order of `rows`; -1 is no row.
    func taking(_ rows: [Int32]) -> CodedColumn {
        var column = self
        column.codes = codes.taking(rows)
        return column
    }

    /// The finding that a text of this column is not what is needed.
    func bad(_ code: Int, expected: String) -> CSVError {
        .badValue(
            path: path, line: Int(places[code].line), column: Int(places[code].column), name: name,
            found: coder.texts[code], expected: expected)
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
