/// What is gathered from a column of a table, a window's rows at a time and in their order.
package protocol RowColumn: Sendable {
    /// Adds the rows.
    mutating func add(_ rows: CSVRows) throws(CSVError)
}
