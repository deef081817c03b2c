/// A column that a sweep gathers.
package final class SweptColumn<Column: RowColumn>: RowGatherer {
    /// What was gathered so far.
    package private(set) var column: Column

    /// Starts with what `column` has.
    package init(_ column: Column) {
        self.column = column
    }

    /// Adds the rows.
    package func add(_ rows: CSVRows) throws(CSVError) {
        try column.add(rows)
    }
}
