/// Identifiers of a column that stand in more than one row, without regard to the extensions of files.
struct RepeatedKeys: RowColumn {
    /// What repeats.
    struct Finding: Sendable, Hashable {
        /// The number of rows whose identifier an earlier row has.
        fileprivate(set) var count: Int
        /// The first of them: its identifier, its line, and the line of the earlier row.
        let id: String
        let line: Int
        let earlier: Int
    }

    /// What repeats so far; nil where nothing does.
    private(set) var finding: Finding?
    private var keys = TextCoder()
    private var lines: [Int32] = []
    private let index: Int

    /// The column `name` of the table that `reader` reads.
    init(_ name: String, of reader: CSVReader) throws(CSVError) {
        index = try reader.index(of: name)
    }

    /// Looks at the identifiers of rows; an empty one repeats nothing.
    mutating func add(_ rows: CSVRows) throws(CSVError) {
        try rows.forEach(index) { row, bytes throws(CSVError) in
            let stem = ImageName.stem(bytes)
            guard !stem.isEmpty else { return }
            guard let code = keys.code(of: stem) else { throw rows.notText(row, index) }
            let line = rows.place(row, index).line
            if code == lines.count {
                lines.append(Int32(truncatingIfNeeded: line))
            } else if finding == nil {
                finding = Finding(
                    count: 1, id: keys.texts[Int(code)], line: line, earlier: Int(lines[Int(code)]))
            } else {
                finding?.count += 1
            }
        }
    }
}
