/// JSON (RFC 8259) as bytes, for answers with thousands of lines, of which Foundation's coder takes a tenth of a millisecond each.
struct JSONBytes {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []

    /// Writes signs and names that need no escapes.
    mutating func write(_ text: StaticString) {
        // Safety: the buffer is read for its own length while it is borrowed.
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes a number.
    mutating func write(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a string with the escapes of section 7.
    mutating func write(string text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: Self.needsEscape) {
            for byte in text.utf8 { write(byte) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Writes a byte of a string.
    private mutating func write(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: write("\\n")
        case 0..<0x20:
            write("\\u00")
            bytes += [Self.digit(byte >> 4), Self.digit(byte & 15)]
        default: bytes.append(byte)
        }
    }

    /// Writes an array.
    mutating func write(_ items: some Sequence<some JSONWritable>) {
        write("[")
        var isFirst = true
        for item in items {
            if !isFirst { write(",") }
            isFirst = false
            item.write(to: &self)
        }
        write("]")
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
