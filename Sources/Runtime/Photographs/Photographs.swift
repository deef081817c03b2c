import Reporting
import Semantics

/// The rows of a data set that have a photograph, and what has none.
struct Photographs: Sendable {
    /// The rows with a photograph.
    let rows: DatasetRows
    /// The photograph of each of them: its path, seen from the folder.
    let files: [String]
    /// What the rows without a photograph call theirs.
    let missing: [String]
    /// The photographs that no row names.
    let unlisted: [String]
    /// The folder and the table as the script names them.
    let folder: String
    let table: String

    /// Finds the photograph of each row.
    init(_ dataset: DatasetDescription, rows: DatasetRows, in folder: ImageFolder) throws(PhotographError) {
        self.folder = dataset.images ?? ""
        table = dataset.tables[0].path
        var kept: [Int] = []
        var files: [String] = []
        var missing: [String] = []
        var rowsByFile: [String: Int] = [:]
        let keys = rows.keys?.strings ?? []
        for (row, key) in keys.enumerated() {
            let found = folder.files(named: key)
            guard found.count < 2 else {
                throw .ambiguous(name: key, table: table, files: found.prefix(3).map(\.path))
            }
            guard let file = found.first else {
                missing.append(key)
                continue
            }
            if let earlier = rowsByFile.updateValue(row, forKey: file.path) {
                throw .repeated(first: keys[earlier], second: key, table: table, file: file.path)
            }
            kept.append(row)
            files.append(file.path)
        }
        guard !kept.isEmpty else {
            throw .noneFound(
                folder: self.folder, table: table, row: missing.first ?? "",
                file: folder.files.first?.path ?? "")
        }
        self.rows = rows.rows(kept)
        self.files = files
        self.missing = missing
        unlisted = folder.files.map(\.path).filter { rowsByFile[$0] == nil }
    }

    /// What reports say about rows without a photograph, and about photographs without a row.
    ///
    /// - Parameter isFiltered: whether the script asks for some of the rows only, so that the photographs of others are
    ///   left over by intent.
    func remarks(isFiltered: Bool) -> [ReportNote] {
        var remarks: [ReportNote] = []
        if !missing.isEmpty {
            let rows = missing.count == 1 ? "1 row has" : "\(Words.grouped(missing.count)) rows have"
            remarks.append(
                ReportNote(
                    code: .missingPhotographs,
                    text: "\(rows) no photograph in \(folder) and no part in this: \(Self.listed(missing))"))
        }
        if !unlisted.isEmpty, !isFiltered {
            let count = unlisted.count
            let what =
                count == 1 ? "1 photograph has" : "\(Words.grouped(count)) photographs have"
            remarks.append(
                ReportNote(
                    code: .unlistedPhotographs,
                    text: "\(what) no row in \(table) and no part in this: \(Self.listed(unlisted))"))
        }
        return remarks
    }

    /// Some names, and how many more there are.
    static func listed(_ names: [String]) -> String {
        let shown = names.prefix(20).joined(separator: ", ")
        return names.count > 20 ? "\(shown) and \(Words.grouped(names.count - 20)) more" : shown
    }
}
