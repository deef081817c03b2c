/// A table that is joined to another one by its key.
struct JoinedTable: Sendable {
    /// The columns that somebody asks for, by name.
    private(set) var columns: [String: CodedColumn] = [:]
    private var keys = TextCoder()

    /// Reads the table at `path`.
    ///
    /// - Parameter names: the columns that are kept.
    init(path: String, key name: String, keeping names: Set<String>) throws(CSVError) {
        let reader = try CSVReader(path: path)
        let key = try reader.index(of: name)
        var kept: [CodedColumn] = []
        for name in names.sorted() { kept.append(try CodedColumn(name, of: reader)) }
        var lines: [Int32] = []
        while try reader.advance() {
            let code = reader.withBytes(key) { keys.code(of: ImageName.stem($0)) }
            let place = reader.place(ofField: key)
            guard let code else { throw .notText(path: path, line: place.line, column: place.column) }
            guard code == lines.count else {
                throw .duplicateRow(
                    path: path, line: place.line, column: place.column, id: keys.texts[Int(code)],
                    first: Int(lines[Int(code)]))
            }
            lines.append(Int32(truncatingIfNeeded: place.line))
            for index in kept.indices { try kept[index].add(reader) }
        }
        columns = Dictionary(kept.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The row whose key is that of `text`, which may have an image file's extension; -1 where there is none.
    func row(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let stem = ImageName.stem(text)
        if let row = keys.known(stem) { return row }
        var other = ImageName.alternative(to: String(decoding: stem, as: UTF8.self))
        return other.withUTF8 { keys.known($0) } ?? -1
    }
}
