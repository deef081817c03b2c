/// Writes tables of comma-separated values (RFC 4180).
enum CSVText {
    /// A header of comments, the names of the columns, and the rows, with a line feed after each line.
    static func table(comments: [String] = [], columns: [String], rows: [[String]]) -> String {
        let lines = comments.map { "# " + $0 } + ([columns] + rows).map(line)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",")
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
