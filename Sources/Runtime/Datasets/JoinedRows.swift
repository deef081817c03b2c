/// For each row of a table the row of another one whose key it names.
struct JoinedRows: RowColumn {
    /// The rows of the other table; -1 where it has none.
    private(set) var rows: [Int32] = []
    private let table: JoinedTable
    private let index: Int

    /// - Parameter name: the column that names keys of `table`.
    init(_ name: String, of reader: CSVReader, in table: JoinedTable) throws(CSVError) {
        self.table = table
        index = try reader.index(of: name)
    }

    /// Adds the rows that go with `rows`.
    mutating func add(_ rows: CSVRows) throws(CSVError) {
        try rows.forEach(index) { _, bytes throws(CSVError) in self.rows.append(table.row(bytes)) }
    }
}
