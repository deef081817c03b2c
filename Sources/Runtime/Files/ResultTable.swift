import Reporting

/// A result on its way into a file: rows under named columns, with facts above them.
struct ResultTable {
    /// The facts, such as where the numbers come from.
    let comments: [String]
    /// The names of the columns.
    let columns: [String]
    /// The rows, a text for each column.
    let rows: [[String]]

    /// The table as CSV.
    var csv: String {
        CSVText.table(comments: comments, columns: columns, rows: rows)
    }

    /// The table as JSON: an object for each row.
    var json: JSONValue {
        let objects = rows.map { row in
            JSONValue.object(
                Dictionary(zip(columns, row.map { .string($0) }), uniquingKeysWith: { first, _ in first }))
        }
        return .object(["provenance": .strings(comments), "rows": .array(objects)])
    }
}
