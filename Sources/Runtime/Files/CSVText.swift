import Reporting

/// Writes tables of comma-separated values (RFC 4180).
enum CSVText {
    /// A header of comments, the names of the columns, and the rows, with a line feed after each line.
    static func table(comments: [String] = [], columns: [String], rows: [[String]]) -> String {
        let lines = comments.map { "# " + $0 } + ([columns] + rows).map(line)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(QuotedField.text).joined(separator: ",")
    }
}
