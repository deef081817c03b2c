/// What stands between the fields of a table.
package enum CSVDelimiter: UInt8, Sendable, CaseIterable {
    /// The standard's.
    case comma = 0x2C
    /// What spreadsheets write where the comma is the decimal mark.
    case semicolon = 0x3B
    /// A tab.
    case tab = 0x09

    /// Whether numbers may be written with a decimal comma: only where the comma cannot separate fields.
    package var allowsDecimalComma: Bool { self != .comma }

    /// The delimiter that the header line of `bytes` has most of, outside quotes; the comma where it has none.
    init(of bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 64)
        let header = lines.first { line in
            line.first != UInt8(ascii: "#") && line.contains { $0 != UInt8(ascii: "\r") }
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in header ?? bytes[..<bytes.startIndex] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        func count(_ delimiter: CSVDelimiter) -> Int { counts[delimiter.rawValue] ?? 0 }
        let most = Self.allCases.map(count).max() ?? 0
        self = most == 0 ? .comma : Self.allCases.first { count($0) == most } ?? .comma
    }
}
