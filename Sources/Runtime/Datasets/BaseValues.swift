import Semantics

/// What the rows of a data set's first table say one by one: names, scores, and which rows of other tables go with them.
struct BaseValues: Sendable {
    /// For each joined table, in order, its row for each row here; nil for a table that another one joins.
    private(set) var joins: [[Int32]?]
    /// For each prediction the scores, NaN where there is none; empty where only classes are known.
    private(set) var scores: [[Double]]
    /// What names each row's image; nil where nothing does.
    private(set) var keys: TextColumn?
    /// The number of rows.
    private(set) var count = 0

    /// Reads the table at `path`.
    ///
    /// - Parameter joined: the other tables of the data set, in order.
    init(_ dataset: DatasetDescription, path: String, joined: [JoinedTable]) throws(CSVError) {
        let reader = try CSVReader(path: path)
        let key = try dataset.key.map { name throws(CSVError) in try reader.index(of: name) }
        var links: [Int?] = []
        for join in dataset.tables.dropFirst().map(\.join) {
            guard let join, join.column.table == 0 else {
                links.append(nil)
                continue
            }
            links.append(try reader.index(of: join.column.name))
        }
        var sums: [ScoreColumns?] = []
        for prediction in dataset.predictions {
            let columns = prediction.scoreColumns
            sums.append(columns.isEmpty ? nil : try ScoreColumns(columns, of: reader))
        }
        var names = TextColumn()
        joins = links.map { $0 == nil ? nil : [] }
        scores = sums.map { _ in [] }
        while try reader.advance() {
            count += 1
            if let key { try reader.append(key, to: &names) }
            for (place, link) in links.enumerated() {
                guard let link else { continue }
                joins[place]?.append(reader.withBytes(link) { joined[place].row($0) })
            }
            for place in sums.indices {
                if let sum = sums[place] { scores[place].append(try sum.score(reader)) }
            }
        }
        keys = key == nil ? nil : names
    }
}
