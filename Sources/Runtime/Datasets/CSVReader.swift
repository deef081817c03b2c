/// Reads a table of separated values (RFC 4180), in memory that does not grow with the file.
///
/// Lines end in LF or CRLF; a byte-order mark, blank lines, and lines that start with `#` above the header are
/// skipped; a field may be quoted, a quote inside it is doubled, and it may then hold separators and line ends. The
/// separator is the comma, the semicolon or the tab, whichever the header has most of.
package final class CSVReader {
    /// The names of the columns, trimmed, in the file's order.
    package private(set) var columns: [String] = []
    /// What stands between fields.
    package let delimiter: CSVDelimiter

    let path: String
    private let source: CSVSource
    private var scanner: CSVScanner
    /// The bytes of a row of which only the start was in the last window.
    private var rest: [UInt8]
    /// The rows in which the one at hand is, for those who read them one by one; nil before the first.
    private var rows: CSVRows?
    private var row = 0

    /// Opens the table at `path` and reads its header.
    package convenience init(path: String) throws(CSVError) {
        try self.init(source: CSVSource(path: path), start: [], path: path)
    }

    /// Reads a table from `bytes`; `path` is the name in messages.
    package convenience init(bytes: [UInt8], path: String) throws(CSVError) {
        try self.init(source: CSVSource(), start: bytes, path: path)
    }

    private init(source: CSVSource, start: [UInt8], path: String) throws(CSVError) {
        (self.source, self.path) = (source, path)
        let rows = CSVRows(path: path, width: CSVScanner.mostFields)
        start.withUnsafeBufferPointer { rows.restart(with: $0) }
        let hasEnded: Bool
        do {
            hasEnded = try start.isEmpty ? rows.slide(from: 0, source) == 0 : true
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
        let mark = rows.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = CSVDelimiter(of: rows.bytes[mark...])
        scanner = CSVScanner(path: path, separator: delimiter.rawValue)
        rest = []
        scanner.restart(at: mark)
        scanner.hasEnded = hasEnded
        try readHeader(rows)
        rest = Array(rows.bytes[scanner.position...])
    }

    deinit {
        scanner.deallocate()
    }

    private func readHeader(_ rows: CSVRows) throws(CSVError) {
        let isUTF16 = rows.bytes.starts(with: [0xFF, 0xFE]) || rows.bytes.starts(with: [0xFE, 0xFF])
        if isUTF16 { throw .wideText(path: path) }
        var count = 0
        repeat { count = try readLine(rows) } while try rows.text(0, 0).hasPrefix("#")
        for index in 0..<count {
            let name = try rows.text(0, index).trimmingBlanks
            guard !columns.contains(name) else { throw .duplicateColumn(path: path, name: name) }
            columns.append(name)
        }
    }

    /// Finds the fields of a line at the start of the file, however many there are.
    private func readLine(_ rows: CSVRows) throws(CSVError) -> Int {
        rows.forget()
        while true {
            if let count = try scanner.row(rows.bytes, into: rows.room(for: CSVScanner.mostFields)) {
                rows.keep(start: scanner.rowStart, line: scanner.rowLine)
                return count
            }
            guard !scanner.hasEnded else { throw .noHeader(path: path) }
            try load(rows)
        }
    }

    /// The place of the column `name`.
    package func index(of name: String) throws(CSVError) -> Int {
        guard let index = columns.firstIndex(of: name) else {
            throw .noColumn(path: path, name: name, columns: columns)
        }
        return index
    }

    // MARK: Many rows

    /// A place for rows of this table.
    func emptyRows() -> CSVRows {
        CSVRows(path: path, width: columns.count)
    }

    /// Fills `rows` with those that come next, as many as a window has; there are none after the last, and a fault of the
    /// file ends them.
    func fill(_ rows: CSVRows) {
        rest.withUnsafeBufferPointer { rows.restart(with: $0) }
        scanner.restart(at: 0)
        do throws(CSVError) {
            // The bytes behind the header may hold many rows.
            try scan(rows)
            while rows.count == 0, !scanner.hasEnded {
                try load(rows)
                try scan(rows)
            }
        } catch {
            rows.failure = error
            scanner.hasEnded = true
            scanner.position = rows.filled
        }
        rest = Array(rows.bytes[scanner.position...])
    }

    /// Finds the rows of a window, each of which has as many fields as there are columns.
    private func scan(_ rows: CSVRows) throws(CSVError) {
        // A copy, so that what is looked up for each byte is not a field of an object.
        var scanner = self.scanner
        defer { self.scanner = scanner }
        let (bytes, width) = (rows.bytes, columns.count)
        while true {
            let room = rows.room(for: CSVScanner.mostFields)
            guard let count = try scanner.row(bytes, into: room) else { return }
            guard count == width else { throw scanner.wrongWidth(width, bytes, room) }
            rows.keep(start: scanner.rowStart, line: scanner.rowLine)
        }
    }

    /// Reads more bytes behind the row that is not all there, which becomes the first of the window.
    private func load(_ rows: CSVRows) throws(CSVError) {
        let count: Int?
        do {
            count = try rows.slide(from: scanner.position, source)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
        scanner.restart(at: 0)
        guard let count else { throw scanner.rowTooLong(rows.bytes) }
        scanner.hasEnded = count == 0
    }

    // MARK: One row after another

    /// Goes to the next row, which has as many fields as there are columns; false after the last.
    package func advance() throws(CSVError) -> Bool {
        row += 1
        let rows = self.rows ?? emptyRows()
        if self.rows == nil || row >= rows.count {
            if let failure = rows.failure { throw failure }
            fill(rows)
            (self.rows, row) = (rows, 0)
        }
        if row < rows.count { return true }
        if let failure = rows.failure { throw failure }
        return false
    }

    /// The fields of the next row; nil after the last.
    package func next() throws(CSVError) -> [CSVField]? {
        guard try advance() else { return nil }
        var fields: [CSVField] = []
        for index in columns.indices { fields.append(try field(index)) }
        return fields
    }

    /// The field of a column in the row at hand, with its place in the file.
    package func field(_ index: Int) throws(CSVError) -> CSVField {
        let place = rows?.place(row, index) ?? (line: 1, column: 1)
        return CSVField(text: try text(index), line: place.line, column: place.column)
    }

    /// The text of a column in the row at hand; an error where it is not UTF-8.
    package func text(_ index: Int) throws(CSVError) -> String {
        try rows?.text(row, index) ?? ""
    }
}
