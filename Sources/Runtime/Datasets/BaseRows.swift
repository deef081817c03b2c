import Foundation
import Semantics
import Synchronization

/// The rows of a data set's first table.
///
/// The file is read twice, beside each other: once for what rows say one by one, once for the columns of few values.
struct BaseRows {
    /// The columns that somebody asks for, by name.
    let columns: [String: CodedColumn]
    /// Names, scores and joins.
    let values: BaseValues

    /// The number of rows.
    var count: Int { values.count }

    /// Reads the table at `path`.
    ///
    /// - Parameters:
    ///   - names: the columns that are kept.
    ///   - joined: the other tables of the data set, in order.
    init(
        _ dataset: DatasetDescription, path: String, keeping names: Set<String>, joined: [JoinedTable]
    ) throws(CSVError) {
        let found = Mutex<(values: Result<BaseValues, CSVError>?, columns: Result<[CodedColumn], CSVError>?)>(
            (nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            if half == 0 {
                let values = Result { () throws(CSVError) in
                    try BaseValues(dataset, path: path, joined: joined)
                }
                found.withLock { $0.values = values }
            } else {
                let columns = Result { () throws(CSVError) in
                    try CodedColumn.all(names.sorted(), ofTable: path)
                }
                found.withLock { $0.columns = columns }
            }
        }
        let (values, columns) = found.withLock { $0 }
        guard let values, let columns else { throw .unreadable(path: path, reason: "it was not read") }
        // The fault that stands first in the file is the one that is told, whichever was noticed first.
        if case .failure(let first) = values, case .failure(let second) = columns,
            let line = second.line, line < first.line ?? 0
        {
            throw second
        }
        self.values = try values.get()
        self.columns = Dictionary(
            try columns.get().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
