/// A fault of a table in a CSV file, with the place at which it was noticed.
package enum CSVError: Error, Equatable {
    /// The file cannot be opened or read.
    case unreadable(path: String, reason: String)
    /// There is no header line.
    case noHeader(path: String)
    /// There is a header line, and nothing below it.
    case noData(path: String)
    /// The header names a column twice.
    case duplicateColumn(path: String, name: String)
    /// A quoted field that starts here is never closed.
    case unclosedQuote(path: String, line: Int, column: Int)
    /// Text stands here between a closing quote and the next comma.
    case textAfterQuote(path: String, line: Int, column: Int)
    /// The bytes of the field that starts here are not UTF-8 text.
    case notText(path: String, line: Int, column: Int)
    /// The file is UTF-16 text.
    case wideText(path: String)
    /// The row of this line has another number of fields than the header; `column` is where it ends.
    case fieldCount(path: String, line: Int, column: Int, expected: Int, found: Int)
    /// A field, or the number of fields, is beyond any sensible table.
    case tooLarge(path: String, line: Int, column: Int, what: String, limit: Int)
    /// A field is not what its column must hold.
    case badValue(path: String, line: Int, column: Int, name: String, found: String, expected: String)
    /// No column has this name.
    case noColumn(path: String, name: String, columns: [String])
    /// No row has one of the texts that the script asks for in this column.
    case noRows(path: String, name: String, wanted: String, found: String)
    /// Two rows have the same identifier.
    case duplicateRow(path: String, line: Int, column: Int, id: String, first: Int)
}

extension CSVError {
    /// The line at which it was noticed; nil for what the file as a whole lacks.
    var line: Int? {
        switch self {
        case .unclosedQuote(_, let line, _), .textAfterQuote(_, let line, _), .notText(_, let line, _),
            .fieldCount(_, let line, _, _, _), .tooLarge(_, let line, _, _, _),
            .badValue(_, let line, _, _, _, _), .duplicateRow(_, let line, _, _, _):
            line
        case .unreadable, .noHeader, .noData, .duplicateColumn, .wideText, .noColumn, .noRows: nil
        }
    }
}

extension CSVError: CustomStringConvertible {
    /// One sentence that names file, line, column, what was found and what was expected.
    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read `\(path)`: \(reason)"
        case .noHeader(let path):
            "`\(path)` is empty: a first line with the names of the columns was expected"
        case .noData(let path): "`\(path)` has no rows below its header"
        case .duplicateColumn(let path, let name): "`\(path)` has two columns named `\(name)`"
        case .unclosedQuote(let path, let line, let column):
            "\(path):\(line):\(column): the quoted field that starts here is never closed"
        case .textAfterQuote(let path, let line, let column):
            "\(path):\(line):\(column): found text after a closing quote, expected a comma or the end of the line"
        case .notText(let path, let line, let column):
            "\(path):\(line):\(column): this field is not UTF-8 text; a file in Latin-1 is rewritten by "
                + "`iconv -f ISO-8859-1 -t UTF-8 FILE > NEW`"
        case .wideText(let path):
            "`\(path)` is UTF-16 text, and UTF-8 was expected; it is rewritten by "
                + "`iconv -f UTF-16 -t UTF-8 FILE > NEW`"
        case .fieldCount(let path, let line, let column, let expected, let found):
            "\(path):\(line):\(column): found \(found) fields in this row, expected \(expected) as in the header"
        case .tooLarge(let path, let line, let column, let what, let limit):
            "\(path):\(line):\(column): \(what) is above the limit of \(limit)"
        case .badValue(let path, let line, let column, let name, let found, let expected):
            "\(path):\(line):\(column): column `\(name)`: found `\(found)`, expected \(expected)"
        case .noColumn(let path, let name, let columns):
            "`\(path)` has no column `\(name)`; its columns are \(columns.joined(separator: ", "))"
        case .noRows(let path, let name, let wanted, let found):
            "no row of `\(path)` has \(wanted) in column `\(name)`; it holds \(found)"
        case .duplicateRow(let path, let line, let column, let id, let first):
            "\(path):\(line):\(column): `\(id)` was already the identifier of line \(first)"
        }
    }
}
