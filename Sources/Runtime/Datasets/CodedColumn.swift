/// A column of a table: its different texts, trimmed, and for each row which of them it holds.
package struct CodedColumn: Sendable {
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

    /// The columns of these names, of all rows of the table at `path`.
    static func all(_ names: [String], ofTable path: String) throws(CSVError) -> [CodedColumn] {
        guard !names.isEmpty else { return [] }
        let reader = try CSVReader(path: path)
        var columns: [CodedColumn] = []
        for name in names { columns.append(try CodedColumn(name, of: reader)) }
        while try reader.advance() {
            for place in columns.indices { try columns[place].add(reader) }
        }
        return columns
    }

    /// The different texts, in the order of the rows.
    var texts: [String] { coder.texts.strings }

    /// Adds the row that `reader` is at.
    package mutating func add(_ reader: CSVReader) throws(CSVError) {
        let code = reader.withBytes(index) { bytes in coder.code(of: bytes.trimmingBlanks) }
        guard let code else {
            let place = reader.place(ofField: index)
            throw .notText(path: path, line: place.line, column: place.column)
        }
        if code == places.count {
            let place = reader.place(ofField: index)
            places.append(
                Place(
                    line: Int32(truncatingIfNeeded: place.line),
                    column: Int32(truncatingIfNeeded: place.column)))
        }
        codes.append(code)
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
