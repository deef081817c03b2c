extension TextTable {
    /// All columns, those of a titled bundle with the bundle's title before their own, for layouts without a line of
    /// titles: `by sex: max`.
    var titledColumns: [Column] {
        keys.columns
            + bundles.flatMap { bundle in
                bundle.columns.map { column in
                    var column = column
                    if !bundle.title.isEmpty { column.title = "\(bundle.title): \(column.title)" }
                    return column
                }
            }
    }
}
