/// Why the photographs of a folder and the rows of a table do not fit each other.
package enum PhotographError: Error, Equatable {
    /// No row names a photograph that is there.
    case noneFound(folder: String, table: String, row: String, file: String)
    /// A row names several photographs.
    case ambiguous(name: String, table: String, files: [String])
    /// Two rows name one photograph.
    case repeated(first: String, second: String, table: String, file: String)
    /// No photograph could be read.
    case allDamaged(folder: String, first: String, reason: String)
}

extension PhotographError: CustomStringConvertible {
    /// One sentence: what was found, and what was expected.
    package var description: String {
        switch self {
        case .noneFound(let folder, let table, let row, let file):
            "no row of `\(table)` names a photograph in `\(folder)`: rows say `\(row)`, files are called `\(file)`"
        case .ambiguous(let name, let table, let files):
            "`\(name)` in `\(table)` may be \(files.map { "`\($0)`" }.joined(separator: " or ")): "
                + "remove one, or write the folder in the table"
        case .repeated(let first, let second, let table, let file):
            "`\(first)` and `\(second)` in `\(table)` are the same photograph, `\(file)`: one row a photograph was expected"
        case .allDamaged(let folder, let first, let reason):
            "no photograph in `\(folder)` can be read; the first, `\(first)`: \(reason)"
        }
    }
}
