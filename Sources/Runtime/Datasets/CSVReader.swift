/// Reads a table of separated values row by row (RFC 4180), in memory that does not grow with the file.
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
    private let buffer: CSVBuffer
    private let separator: UInt8
    private var marks: CSVMarks
    private let extents: UnsafeMutableBufferPointer<Extent>
    private var fieldCount = 0
    /// Where the record that was read last starts, and its line in the file.
    private var recordStart = 0
    private var recordLine = 1
    /// Where the next record starts, and its line.
    private var position = 0
    private var line = 1
    private var innerLines = 0
    private var hasEnded = false

    private static let longestField = 1 << 20
    private static let mostFields = 4096

    /// The bytes of a field, without the quotes around it.
    private struct Extent {
        let start: Int32
        let end: Int32
        let isQuoted: Bool
        let hasDoubledQuotes: Bool

        init(_ start: Int, _ end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
            self.start = Int32(truncatingIfNeeded: start)
            self.end = Int32(truncatingIfNeeded: end)
            self.isQuoted = isQuoted
            self.hasDoubledQuotes = hasDoubledQuotes
        }
    }

    /// Opens the table at `path` and reads its header.
    package convenience init(path: String) throws(CSVError) {
        try self.init(buffer: CSVBuffer(path: path), path: path)
    }

    /// Reads a table from `bytes`; `path` is the name in messages.
    package convenience init(bytes: [UInt8], path: String) throws(CSVError) {
        try self.init(buffer: CSVBuffer(bytes: bytes), path: path)
    }

    private init(buffer: CSVBuffer, path: String) throws(CSVError) {
        self.buffer = buffer
        self.path = path
        extents = .allocate(capacity: Self.mostFields)
        do {
            hasEnded = try buffer.slide(from: 0) == .ended
        } catch {
            extents.deallocate()
            throw .unreadable(path: path, reason: error.reason)
        }
        position = buffer.byteOrderMark
        delimiter = CSVDelimiter(of: buffer.bytes[position...])
        separator = delimiter.rawValue
        marks = CSVMarks(separator: separator)
        marks.restart(at: position)
        try readHeader()
    }

    deinit {
        extents.deallocate()
        marks.deallocate()
    }

    private func readHeader() throws(CSVError) {
        if buffer.isUTF16 { throw .wideText(path: path) }
        repeat {
            guard try advance() else { throw .noHeader(path: path) }
        } while try text(0).hasPrefix("#")
        for index in 0..<fieldCount {
            let name = try text(index).trimmingBlanks
            guard !columns.contains(name) else { throw .duplicateColumn(path: path, name: name) }
            columns.append(name)
        }
    }

    /// The place of the column `name`.
    package func index(of name: String) throws(CSVError) -> Int {
        guard let index = columns.firstIndex(of: name) else {
            throw .noColumn(path: path, name: name, columns: columns)
        }
        return index
    }

    // MARK: Rows

    /// Goes to the next row, which has as many fields as there are columns; false after the last.
    package func advance() throws(CSVError) -> Bool {
        while true {
            if hasEnded && position == buffer.filled { return false }
            recordStart = position
            recordLine = line
            guard let next = try scan(buffer.bytes) else {
                try slide()
                continue
            }
            position = next
            line += 1 + innerLines
            let isBlank = fieldCount == 1 && extents[0].start == extents[0].end && !extents[0].isQuoted
            if isBlank { continue }
            if columns.isEmpty || fieldCount == columns.count { return true }
            let last = place(Int(extents[fieldCount - 1].start))
            throw .fieldCount(
                path: path, line: last.line, column: last.column, expected: columns.count, found: fieldCount)
        }
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
        let place = place(ofField: index)
        return CSVField(text: try text(index), line: place.line, column: place.column)
    }

    /// The text of a column in the row at hand; an error where it is not UTF-8.
    package func text(_ index: Int) throws(CSVError) -> String {
        let text = withBytes(index) { bytes in
            bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
        }
        if let text { return text }
        let place = place(ofField: index)
        throw .notText(path: path, line: place.line, column: place.column)
    }

    /// Adds the text of a column in the row at hand to `texts`; an error where it is not UTF-8.
    package func append(_ index: Int, to texts: inout TextColumn) throws(CSVError) {
        let isText = withBytes(index) { bytes in
            guard TextBytes.areText(bytes) else { return false }
            texts.append(bytes)
            return true
        }
        guard !isText else { return }
        let place = place(ofField: index)
        throw .notText(path: path, line: place.line, column: place.column)
    }

    /// Hands over the bytes of a column in the row at hand; they are valid only during the call.
    package func withBytes<Result>(
        _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let extent = extents[index]
        let bytes = UnsafeBufferPointer(rebasing: buffer.bytes[Int(extent.start)..<Int(extent.end)])
        guard extent.hasDoubledQuotes else { return body(bytes) }
        var plain: [UInt8] = []
        var isSecond = false
        for byte in bytes {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { plain.append(byte) }
        }
        // Safety: the pointer lives only inside this closure.
        return plain.withUnsafeBufferPointer(body)
    }

    /// The line, and the byte in it, at which a field of the row at hand starts; both from 1.
    package func place(ofField index: Int) -> (line: Int, column: Int) {
        let extent = extents[index]
        return place(Int(extent.start) - (extent.isQuoted ? 1 : 0))
    }

    private func place(_ offset: Int) -> (line: Int, column: Int) {
        let before = buffer.bytes[recordStart..<offset]
        let lines = before.count { $0 == UInt8(ascii: "\n") }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? recordStart
        return (recordLine + lines, offset - start + 1)
    }

    /// Makes the record at hand the first of the window and reads more behind it.
    private func slide() throws(CSVError) {
        let result: CSVBuffer.Slide
        do {
            result = try buffer.slide(from: position)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
        if result == .full { throw tooLarge("the length of a row", at: position, limit: buffer.filled) }
        position = 0
        marks.restart(at: 0)
        hasEnded = result == .ended
    }

    // MARK: Fields

    /// Finds the fields of the record at `position`; nil when its end is not in the window.
    ///
    /// - Returns: where the next record starts.
    private func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(CSVError) -> Int? {
        var marks = self.marks
        defer { self.marks = marks }
        let (extents, separator) = (self.extents, self.separator)
        var (start, fields) = (position, 0)
        innerLines = 0
        while true {
            var end = bytes.count
            if start < bytes.count, bytes[start] != UInt8(ascii: "\"") {
                end = marks.next(in: bytes)
                if end < bytes.count, bytes[end] == separator, end &- start <= Self.longestField,
                    fields < Self.mostFields
                {
                    extents[fields] = Extent(start, end)
                    fields &+= 1
                    start = end &+ 1
                    continue
                }
            }
            // The last field of a record, a quoted one, one with a quote inside, or one that is not all there.
            fieldCount = fields
            guard let mark = try field(bytes, start, firstMark: end, &marks) else { return nil }
            fields = fieldCount
            if mark == bytes.count { return mark }
            start = mark &+ 1
            if bytes[mark] == UInt8(ascii: "\n") { return start }
        }
    }

    /// Adds the field that starts at `start`.
    ///
    /// - Parameter firstMark: the first mark behind it; looked for where the field is quoted.
    /// - Returns: the mark behind it, the number of bytes at the file's end; nil when it is not in the window.
    private func field(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, firstMark: Int, _ marks: inout CSVMarks
    ) throws(CSVError) -> Int? {
        let isQuoted = start < bytes.count && bytes[start] == UInt8(ascii: "\"")
        return isQuoted
            ? try quotedField(bytes, start, &marks) : try plainField(bytes, start, firstMark, &marks)
    }

    /// The mark behind the field that starts at `start` without a quote, the number of bytes at the file's end; nil when
    /// it is not in the window.
    private func plainField(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ firstMark: Int, _ marks: inout CSVMarks
    ) throws(CSVError) -> Int? {
        var mark = firstMark
        while mark < bytes.count, bytes[mark] == UInt8(ascii: "\"") { mark = marks.next(in: bytes) }
        guard mark - start <= Self.longestField else { throw tooLong(start) }
        guard mark < bytes.count || hasEnded else { return nil }
        var end = mark
        let endsLine = mark == bytes.count || bytes[mark] == UInt8(ascii: "\n")
        if endsLine, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        try add(start, end, isQuoted: false)
        return mark
    }

    /// The mark behind the quoted field at `start`, the number of bytes at the file's end; nil when it is not in the
    /// window.
    private func quotedField(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ marks: inout CSVMarks
    ) throws(CSVError) -> Int? {
        var hasDoubledQuotes = false
        _ = marks.next(in: bytes)
        while true {
            let mark = marks.next(in: bytes)
            guard mark - start <= Self.longestField + 1 else { throw tooLong(start) }
            guard mark < bytes.count else {
                guard hasEnded else { return nil }
                let place = self.place(start)
                throw .unclosedQuote(path: path, line: place.line, column: place.column)
            }
            if bytes[mark] == UInt8(ascii: "\n") { innerLines += 1 }
            guard bytes[mark] == UInt8(ascii: "\"") else { continue }
            guard mark + 1 < bytes.count || hasEnded else { return nil }
            if mark + 1 < bytes.count, bytes[mark + 1] == UInt8(ascii: "\"") {
                hasDoubledQuotes = true
                _ = marks.next(in: bytes)
                continue
            }
            guard try endsField(bytes, mark + 1) else { return nil }
            try add(start + 1, mark, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
            return marks.next(in: bytes)
        }
    }

    /// Whether a field ends at `place`, behind a closing quote; false when that cannot be seen yet.
    private func endsField(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) throws(CSVError) -> Bool {
        guard place < bytes.count else { return true }
        let byte = bytes[place]
        if byte == separator || byte == UInt8(ascii: "\n") { return true }
        if byte == UInt8(ascii: "\r") {
            guard place + 1 < bytes.count else { return hasEnded }
            if bytes[place + 1] == UInt8(ascii: "\n") { return true }
        }
        let found = self.place(place)
        throw .textAfterQuote(path: path, line: found.line, column: found.column)
    }

    private func add(
        _ start: Int, _ end: Int, isQuoted: Bool, hasDoubledQuotes: Bool = false
    ) throws(CSVError) {
        guard fieldCount < Self.mostFields else {
            throw tooLarge("the number of fields", at: start, limit: Self.mostFields)
        }
        extents[fieldCount] = Extent(start, end, isQuoted: isQuoted, hasDoubledQuotes: hasDoubledQuotes)
        fieldCount += 1
    }

    private func tooLong(_ start: Int) -> CSVError {
        tooLarge("the length of a field", at: start, limit: Self.longestField)
    }

    private func tooLarge(_ what: String, at offset: Int, limit: Int) -> CSVError {
        let place = place(offset)
        return .tooLarge(path: path, line: place.line, column: place.column, what: what, limit: limit)
    }
}
