/// Reads a table of comma-separated values row by row (RFC 4180), in memory that does not grow with the file.
///
/// Lines end in LF or CRLF; a byte-order mark, blank lines, and lines that start with `#` above the header are
/// skipped; a field may be quoted, a quote inside it is doubled, and it may then hold commas and line ends.
package struct CSVReader {
    /// The names of the columns, trimmed, in the file's order.
    package let columns: [String]

    private let path: String
    private let source: ByteSource
    private var line = 1
    private var column = 0
    private var pending: UInt8?

    private static let longestField = 1 << 20
    private static let mostFields = 4096

    /// Opens the table at `path` and reads its header.
    package init(path: String) throws(CSVError) {
        try self.init(source: ByteSource(path: path), path: path)
    }

    /// Reads a table from `bytes`; `path` is the name in messages.
    package init(bytes: [UInt8], path: String) throws(CSVError) {
        try self.init(source: ByteSource(bytes: bytes), path: path)
    }

    private init(source: ByteSource, path: String) throws(CSVError) {
        self.source = source
        self.path = path
        var reader = Self(path: path, source: source, columns: [])
        try reader.skipByteOrderMark()
        guard let header = try reader.headerFields() else { throw .noHeader(path: path) }
        var names: [String] = []
        for field in header {
            let name = field.text.trimmingBlanks
            guard !names.contains(name) else { throw .duplicateColumn(path: path, name: name) }
            names.append(name)
        }
        columns = names
        line = reader.line
        column = reader.column
        pending = reader.pending
    }

    private init(path: String, source: ByteSource, columns: [String]) {
        self.path = path
        self.source = source
        self.columns = columns
    }

    /// The next row, with as many fields as there are columns; nil after the last.
    package mutating func next() throws(CSVError) -> [CSVField]? {
        guard let fields = try record() else { return nil }
        guard fields.count == columns.count else {
            throw .fieldCount(
                path: path, line: fields[0].line, column: fields[fields.count - 1].column,
                expected: columns.count, found: fields.count)
        }
        return fields
    }

    /// The place of the column `name`.
    package func index(of name: String) throws(CSVError) -> Int {
        guard let index = columns.firstIndex(of: name) else {
            throw .noColumn(path: path, name: name, columns: columns)
        }
        return index
    }

    private mutating func headerFields() throws(CSVError) -> [CSVField]? {
        while let fields = try record() {
            if !fields[0].text.hasPrefix("#") { return fields }
        }
        return nil
    }

    /// The fields up to the end of a line; blank lines are skipped.
    private mutating func record() throws(CSVError) -> [CSVField]? {
        var fields: [CSVField] = []
        while true {
            let start = (line: line, column: column + 1)
            let (text, end) = try field()
            let isBlank = fields.isEmpty && text.isEmpty && column <= start.column
            if end != .comma && isBlank {
                if end == .file { return nil }
                advanceLine()
                continue
            }
            fields.append(CSVField(text: text, line: start.line, column: start.column))
            guard fields.count <= Self.mostFields else {
                throw tooLarge("the number of fields", limit: Self.mostFields)
            }
            if end == .line { advanceLine() }
            if end != .comma { return fields }
        }
    }

    private mutating func field() throws(CSVError) -> (text: String, end: FieldEnd) {
        guard let first = try read() else { return ("", .file) }
        if first == UInt8(ascii: "\"") { return try quotedField() }
        let start = (line: line, column: column)
        var bytes: [UInt8] = []
        var next: UInt8? = first
        while let byte = next {
            if let end = try fieldEnd(byte) { return (try text(bytes, from: start), end) }
            try append(byte, to: &bytes)
            next = try read()
        }
        return (try text(bytes, from: start), .file)
    }

    private mutating func quotedField() throws(CSVError) -> (text: String, end: FieldEnd) {
        let start = (line: line, column: column)
        var bytes: [UInt8] = []
        while let byte = try read() {
            guard byte == UInt8(ascii: "\"") else {
                if byte == UInt8(ascii: "\n") { advanceLine() }
                try append(byte, to: &bytes)
                continue
            }
            guard let following = try read() else { return (try text(bytes, from: start), .file) }
            if following == UInt8(ascii: "\"") {
                try append(following, to: &bytes)
            } else if let end = try fieldEnd(following) {
                return (try text(bytes, from: start), end)
            } else {
                throw .textAfterQuote(path: path, line: line, column: column)
            }
        }
        throw .unclosedQuote(path: path, line: start.line, column: start.column)
    }

    /// What `byte` ends, if it ends a field; a carriage return does when a line feed follows.
    private mutating func fieldEnd(_ byte: UInt8) throws(CSVError) -> FieldEnd? {
        switch byte {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "\n"): return .line
        case UInt8(ascii: "\r"):
            guard let following = try read() else { return .file }
            if following == UInt8(ascii: "\n") { return .line }
            pending = following
            column -= 1
            return nil
        default: return nil
        }
    }

    private func append(_ byte: UInt8, to bytes: inout [UInt8]) throws(CSVError) {
        guard bytes.count < Self.longestField else {
            throw tooLarge("the length of a field", limit: Self.longestField)
        }
        bytes.append(byte)
    }

    private func text(_ bytes: [UInt8], from start: (line: Int, column: Int)) throws(CSVError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw .notText(path: path, line: start.line, column: start.column)
        }
        return text
    }

    private mutating func read() throws(CSVError) -> UInt8? {
        column += 1
        if let byte = pending {
            pending = nil
            return byte
        }
        do {
            return try source.next()
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
    }

    private mutating func skipByteOrderMark() throws(CSVError) {
        guard let first = try read() else { return }
        guard first == 0xEF else {
            pending = first
            column = 0
            return
        }
        let rest = (try read(), try read())
        guard rest == (0xBB, 0xBF) else { throw .notText(path: path, line: 1, column: 1) }
        column = 0
    }

    private mutating func advanceLine() {
        line += 1
        column = 0
    }

    private func tooLarge(_ what: String, limit: Int) -> CSVError {
        .tooLarge(path: path, line: line, column: column, what: what, limit: limit)
    }

    /// What stands after a field.
    private enum FieldEnd {
        case comma, line, file
    }
}
