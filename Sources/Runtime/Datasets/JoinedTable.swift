/// A table that is joined to another one by its key.
struct JoinedTable: Sendable {
    /// The columns that somebody asks for, by name.
    let columns: [String: CodedColumn]
    private let keys: UniqueKeys

    /// Reads the table at `path`.
    ///
    /// - Parameter names: the columns that are kept.
    init(path: String, key name: String, keeping names: Set<String>) throws(CSVError) {
        let reader = try CSVReader(path: path)
        let keys = SweptColumn(try UniqueKeys(name, of: reader))
        let kept = try CodedColumn.swept(names, of: reader)
        _ = try RowSweep(reader, into: [keys] + kept).run()
        self.keys = keys.column
        columns = CodedColumn.named(kept)
    }

    /// The row whose key is that of `text`, which may have an image file's extension; -1 where there is none.
    func row(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        keys.row(text)
    }
}
