import Semantics

/// The rows of a data set's first table.
struct BaseRows {
    /// The columns that somebody asks for, by name.
    let columns: [String: CodedColumn]
    /// For each joined table, in order, its row for each row here; nil for a table that another one joins.
    let joins: [[Int32]?]
    /// For each prediction the scores, NaN where there is none; empty where only classes are known.
    let scores: [[Double]]
    /// What names each row's image; nil where nothing does.
    let keys: TextColumn?
    /// Which rows repeat the identifier of an earlier one; nil where none does, or no other table is joined.
    let repeats: RepeatedKeys.Finding?
    /// The number of rows.
    let count: Int

    /// Reads the table at `path`.
    ///
    /// - Parameters:
    ///   - names: the columns that are kept.
    ///   - joined: the other tables of the data set, in order.
    init(
        _ dataset: DatasetDescription, path: String, keeping names: Set<String>, joined: [JoinedTable]
    ) throws(CSVError) {
        let reader = try CSVReader(path: path)
        let keys = try dataset.key.map { name throws(CSVError) in
            SweptColumn(try NamedRows(name, of: reader))
        }
        var links: [SweptColumn<JoinedRows>?] = []
        for (place, join) in dataset.tables.dropFirst().map(\.join).enumerated() {
            guard let join, join.column.table == 0 else {
                links.append(nil)
                continue
            }
            links.append(SweptColumn(try JoinedRows(join.column.name, of: reader, in: joined[place])))
        }
        var sums: [SweptColumn<ScoreColumns>?] = []
        for prediction in dataset.predictions {
            let columns = prediction.scoreColumns
            sums.append(columns.isEmpty ? nil : SweptColumn(try ScoreColumns(columns, of: reader)))
        }
        let kept = try CodedColumn.swept(names, of: reader)
        // Two rows of one photograph are an error later, and rows that a filter tells apart may share their image.
        let isJoined = dataset.tables.count > 1 && dataset.images == nil && dataset.filters.isEmpty
        let name = isJoined ? dataset.key : nil
        let repeats = try name.map { name throws(CSVError) in
            SweptColumn(try RepeatedKeys(name, of: reader))
        }
        var gatherers: [any RowGatherer] = keys.map { [$0] } ?? []
        if let repeats { gatherers.append(repeats) }
        gatherers += links.compactMap { $0 }
        gatherers += sums.compactMap { $0 }
        count = try RowSweep(reader, into: gatherers + kept).run()
        self.keys = keys?.column.texts
        self.repeats = repeats?.column.finding
        joins = links.map { $0?.column.rows }
        scores = sums.map { $0?.column.scores ?? [] }
        columns = CodedColumn.named(kept)
    }
}
