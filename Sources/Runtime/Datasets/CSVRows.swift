#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Rows that stand beside each other in a table's file, with the places of their fields.
///
/// A reader fills it again and again; between two fillings any number of threads may look at it.
package final class CSVRows {
    /// The number of rows.
    package private(set) var count = 0
    /// What is wrong behind the last of the rows; nil where nothing is.
    var failure: CSVError?

    private let path: String
    /// The number of fields of each row.
    private let width: Int
    private var window: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes of the window hold data.
    private(set) var filled = 0
    private var extents: UnsafeMutableBufferPointer<CSVExtent>
    private var starts: UnsafeMutableBufferPointer<Start>

    private static let firstCapacity = 1 << 18
    private static let mostCapacity = 1 << 24

    /// Where a row starts: the byte in the window, and the line in the file.
    private struct Start {
        let offset: Int
        let line: Int
    }

    /// No rows yet.
    ///
    /// - Parameters:
    ///   - path: the file's name in messages.
    ///   - width: the number of fields of each row.
    init(path: String, width: Int) {
        (self.path, self.width) = (path, width)
        window = .allocate(capacity: Self.firstCapacity)
        extents = .allocate(capacity: 1 << 12)
        starts = .allocate(capacity: 1 << 10)
    }

    deinit {
        window.deallocate()
        extents.deallocate()
        starts.deallocate()
    }

    // MARK: Filling

    /// The bytes of the window; valid until it is filled further.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: window[..<filled]) }

    /// Forgets all rows; the window holds `bytes` alone.
    func restart(with bytes: UnsafeBufferPointer<UInt8>) {
        (count, failure, filled) = (0, nil, 0)
        while window.count < bytes.count { window = Self.enlarged(window, 0) }
        _ = window.update(fromContentsOf: bytes)
        filled = bytes.count
    }

    /// Forgets all rows, but not the bytes of the window.
    func forget() {
        count = 0
    }

    /// Forgets all rows and the bytes before `start`, and reads more behind the rest; the window becomes larger where that
    /// fills it.
    ///
    /// - Returns: how many bytes were read; nil where the window is as large as it may become.
    func slide(from start: Int, _ source: CSVSource) throws(CSVReadFailure) -> Int? {
        count = 0
        filled -= start
        // Safety: source and target lie in the same allocation; memmove allows them to overlap.
        if start > 0, filled > 0, let base = window.baseAddress { memmove(base, base + start, filled) }
        if filled == window.count {
            guard window.count < Self.mostCapacity else { return nil }
            window = Self.enlarged(window, filled)
        }
        let read = try source.read(
            into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: window[filled...])))
        filled += read
        return read
    }

    /// Room for the fields of one more row, of which there may be `most`.
    @inline(__always)
    func room(for most: Int) -> UnsafeMutableBufferPointer<CSVExtent> {
        let used = count &* width
        while extents.count - used < most { extents = Self.enlarged(extents, used) }
        return UnsafeMutableBufferPointer(rebasing: extents[used..<used + most])
    }

    /// Keeps the row whose fields were written to its room.
    @inline(__always)
    func keep(start: Int, line: Int) {
        if count == starts.count { starts = Self.enlarged(starts, count) }
        starts[count] = Start(offset: start, line: line)
        count += 1
    }

    private static func enlarged<Element: BitwiseCopyable>(
        _ buffer: UnsafeMutableBufferPointer<Element>, _ used: Int
    ) -> UnsafeMutableBufferPointer<Element> {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: 2 * buffer.count)
        _ = larger.update(fromContentsOf: UnsafeBufferPointer(rebasing: buffer[..<used]))
        buffer.deallocate()
        return larger
    }

    // MARK: Fields

    /// Calls `body` with each row's number and the bytes of its field in a column; they are valid only during the call.
    @inline(__always)
    func forEach(
        _ column: Int, _ body: (Int, UnsafeBufferPointer<UInt8>) throws(CSVError) -> Void
    ) throws(CSVError) {
        for row in 0..<count {
            try withBytes(row, column) { bytes throws(CSVError) in try body(row, bytes) }
        }
    }

    /// Hands over the bytes of a field; they are valid only during the call.
    @inline(__always)
    func withBytes<Result>(
        _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(CSVError) -> Result
    ) throws(CSVError) -> Result {
        let extent = extents[row &* width &+ column]
        let start = Int(extent.start)
        let bytes = UnsafeBufferPointer(rebasing: window[start..<start &+ extent.length])
        guard extent.hasDoubledQuotes else { return try body(bytes) }
        // Safety: the pointer lives only inside this closure.
        return try Self.withoutDoubledQuotes(bytes).withUnsafeBufferPointer { bytes throws(CSVError) in
            try body(bytes)
        }
    }

    /// The bytes of a field, of each two quotes one.
    private static func withoutDoubledQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var isSecond = false
        for byte in bytes {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { plain.append(byte) }
        }
        return plain
    }

    /// The text of a field; an error where it is not UTF-8.
    func text(_ row: Int, _ column: Int) throws(CSVError) -> String {
        let text = try withBytes(row, column) { bytes throws(CSVError) in
            bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
        }
        guard let text else { throw notText(row, column) }
        return text
    }

    /// The finding that a field is not UTF-8 text.
    func notText(_ row: Int, _ column: Int) -> CSVError {
        let place = place(row, column)
        return .notText(path: path, line: place.line, column: place.column)
    }

    /// The line, and the byte in it, at which a field starts; both from 1.
    func place(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
        let extent = extents[row * width + column]
        let offset = Int(extent.start) - (extent.isQuoted ? 1 : 0)
        return Self.place(of: offset, in: bytes, from: starts[row].offset, line: starts[row].line)
    }

    /// The line and the byte in it of a place in a window, where a row of that line starts at `start`.
    static func place(
        of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int
    ) -> (line: Int, column: Int) {
        let before = bytes[start..<offset]
        let lines = before.count { $0 == UInt8(ascii: "\n") }
        let first = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
        return (line + lines, offset - first + 1)
    }
}
