/// Finds the fields of one row after another in a window (RFC 4180).
struct CSVScanner {
    /// Where the next row starts, and its line in the file.
    var position = 0
    /// The line of the file at `position`, from 1.
    private(set) var line = 1
    /// Whether the window reaches to the end of the file.
    var hasEnded = false

    private let path: String
    private let separator: UInt8
    private var marks: CSVMarks
    /// The row that is being looked at: where it starts, its line, and how many of its fields are known.
    private(set) var rowStart = 0
    private(set) var rowLine = 1
    private var fieldCount = 0
    /// How many line ends its quoted fields hold.
    private var innerLines = 0

    /// The most fields a row may have.
    static let mostFields = 4096
    private static let longestField = 1 << 20

    /// - Parameter path: the file's name in messages.
    init(path: String, separator: UInt8) {
        (self.path, self.separator) = (path, separator)
        marks = CSVMarks(separator: separator)
    }

    /// Gives the memory back.
    func deallocate() {
        marks.deallocate()
    }

    /// Goes to a byte of a window whose bytes are not those of before.
    mutating func restart(at place: Int) {
        (position, rowStart, rowLine) = (place, place, line)
        marks.restart(at: place)
    }

    /// Finds the fields of the next row that is not blank.
    ///
    /// - Parameter room: where the fields are written, one for each of `mostFields`.
    /// - Returns: how many there are; nil when the row's end is not in the window, or none is left.
    @inline(__always)
    mutating func row(
        _ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<CSVExtent>
    ) throws(CSVError) -> Int? {
        while true {
            if hasEnded && position == bytes.count { return nil }
            (rowStart, rowLine) = (position, line)
            guard let next = try scan(bytes, room) else { return nil }
            position = next
            line += 1 + innerLines
            let isBlank = fieldCount == 1 && room[0].length == 0 && !room[0].isQuoted
            if !isBlank { return fieldCount }
        }
    }

    /// The finding that the row at hand has another number of fields than `width`.
    func wrongWidth(
        _ width: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeMutableBufferPointer<CSVExtent>
    ) -> CSVError {
        let last = place(Int(fields[fieldCount - 1].start), bytes)
        return .fieldCount(
            path: path, line: last.line, column: last.column, expected: width, found: fieldCount)
    }

    /// The finding that no window can hold the next row.
    func rowTooLong(_ bytes: UnsafeBufferPointer<UInt8>) -> CSVError {
        tooLarge("the length of a row", at: rowStart, bytes, limit: bytes.count)
    }

    // MARK: Fields

    /// Finds the fields of the row at `position`; nil when its end is not in the window.
    ///
    /// - Returns: where the next row starts.
    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<CSVExtent>
    ) throws(CSVError) -> Int? {
        let separator = self.separator
        var (start, fields) = (position, 0)
        innerLines = 0
        while true {
            var end = bytes.count
            if start < bytes.count, bytes[start] != UInt8(ascii: "\"") {
                end = marks.next(in: bytes)
                if end < bytes.count, bytes[end] == separator, end &- start <= Self.longestField,
                    fields < room.count
                {
                    room[fields] = CSVExtent(start, end)
                    fields &+= 1
                    start = end &+ 1
                    continue
                }
            }
            // The last field of a row, a quoted one, one with a quote inside, or one that is not all there.
            fieldCount = fields
            guard let mark = try field(bytes, start, firstMark: end, room) else { return nil }
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
    private mutating func field(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, firstMark: Int,
        _ room: UnsafeMutableBufferPointer<CSVExtent>
    ) throws(CSVError) -> Int? {
        let isQuoted = start < bytes.count && bytes[start] == UInt8(ascii: "\"")
        return isQuoted
            ? try quotedField(bytes, start, room) : try plainField(bytes, start, firstMark, room)
    }

    /// The mark behind the field that starts at `start` without a quote, the number of bytes at the file's end; nil when
    /// it is not in the window.
    private mutating func plainField(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ firstMark: Int,
        _ room: UnsafeMutableBufferPointer<CSVExtent>
    ) throws(CSVError) -> Int? {
        var mark = firstMark
        while mark < bytes.count, bytes[mark] == UInt8(ascii: "\"") { mark = marks.next(in: bytes) }
        guard mark - start <= Self.longestField else { throw tooLong(start, bytes) }
        guard mark < bytes.count || hasEnded else { return nil }
        var end = mark
        let endsLine = mark == bytes.count || bytes[mark] == UInt8(ascii: "\n")
        if endsLine, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        try add(CSVExtent(start, end), bytes, room)
        return mark
    }

    /// The mark behind the quoted field at `start`, the number of bytes at the file's end; nil when it is not in the
    /// window.
    private mutating func quotedField(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ room: UnsafeMutableBufferPointer<CSVExtent>
    ) throws(CSVError) -> Int? {
        var hasDoubledQuotes = false
        _ = marks.next(in: bytes)
        while true {
            let mark = marks.next(in: bytes)
            guard mark - start <= Self.longestField + 1 else { throw tooLong(start, bytes) }
            guard mark < bytes.count else {
                guard hasEnded else { return nil }
                let place = self.place(start, bytes)
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
            try add(
                CSVExtent(start + 1, mark, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes), bytes, room)
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
        let found = self.place(place, bytes)
        throw .textAfterQuote(path: path, line: found.line, column: found.column)
    }

    private mutating func add(
        _ extent: CSVExtent, _ bytes: UnsafeBufferPointer<UInt8>,
        _ room: UnsafeMutableBufferPointer<CSVExtent>
    ) throws(CSVError) {
        guard fieldCount < room.count else {
            throw tooLarge("the number of fields", at: Int(extent.start), bytes, limit: room.count)
        }
        room[fieldCount] = extent
        fieldCount += 1
    }

    private func tooLong(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> CSVError {
        tooLarge("the length of a field", at: start, bytes, limit: Self.longestField)
    }

    private func tooLarge(
        _ what: String, at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int
    ) -> CSVError {
        let place = place(offset, bytes)
        return .tooLarge(path: path, line: place.line, column: place.column, what: what, limit: limit)
    }

    private func place(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        CSVRows.place(of: offset, in: bytes, from: rowStart, line: rowLine)
    }
}
