import Reporting

/// A result on its way into a file.
enum ResultTable {
    /// CSV that is ready.
    case text(String)
    /// Rows under named columns, with facts above them.
    case rows(comments: [String], columns: [String], rows: [[String]])

    /// The table as CSV.
    var csv: String {
        switch self {
        case .text(let text): text
        case .rows(let comments, let columns, let rows):
            CSVText.table(comments: comments, columns: columns, rows: rows)
        }
    }

    /// The table as JSON: an object for each row.
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .rows(let comments, let columns, let rows):
            .object([
                "provenance": .strings(comments),
                "rows": .array(
                    rows.map { row in
                        .object(
                            Dictionary(
                                zip(columns, row.map { .string($0) }), uniquingKeysWith: { first, _ in first }
                            ))
                    }),
            ])
        }
    }
}
