import Diagnostics

/// The tables of a data set while it is being checked: the headers, and which is which.
struct DatasetTables {
    /// A table with its header.
    struct Table {
        /// Its path as the script names it.
        let path: String
        /// The names of its columns.
        let columns: [String]
        /// Where the script names it.
        let span: SourceSpan

        /// The column of this name; case counts only where two differ in nothing else.
        func column(_ name: String) -> String? {
            columns.first { $0 == name } ?? columns.first { $0.lowercased() == name.lowercased() }
        }

        /// The first of several names that is a column.
        func column(amongNames names: [String]) -> String? {
            for name in names { if let column = column(name) { return column } }
            return nil
        }
    }

    /// All tables; the rows of the first are those of the data set.
    var all: [Table]
    /// How each is joined; nil for the first.
    var joins: [DatasetDescription.Join?] = [nil]
    /// The place of the table that holds the truth.
    var labels = 0
    /// Where attributes are looked for, in this order.
    var search: [Int] {
        [all.count > 2 ? 2 : labels, labels, 0].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The table whose rows are those of the data set.
    var base: Table { all[0] }
    /// The table that holds the truth.
    var truth: Table { all[labels] }
    /// Whether the truth is in a file of its own.
    var joinsLabels: Bool { labels > 0 }

    /// The column of the first table, in the order of `search`, that has one of these names.
    func column(amongNames names: [String]) -> DatasetDescription.Column? {
        for table in search {
            if let name = all[table].column(amongNames: names) { return .init(table: table, name: name) }
        }
        return nil
    }

    /// The tables as the program knows them.
    var described: [DatasetDescription.Table] {
        zip(all, joins).map { .init(path: $0.path, join: $1) }
    }
}
