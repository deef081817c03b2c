/// The texts of a column, all of them.
package struct NamedRows: RowColumn {
    /// For each row its text.
    package private(set) var texts = TextColumn()
    private let index: Int

    /// The column `name` of the table that `reader` reads.
    package init(_ name: String, of reader: CSVReader) throws(CSVError) {
        index = try reader.index(of: name)
    }

    /// Adds the texts of rows; an error where one is not UTF-8.
    package mutating func add(_ rows: CSVRows) throws(CSVError) {
        try rows.forEach(index) { row, bytes throws(CSVError) in
            guard TextBytes.areText(bytes) else { throw rows.notText(row, index) }
            texts.append(bytes)
        }
    }
}
