import Diagnostics

extension Lexer {
    /// Skips a run of bytes that begin no token, and reports it once.
    mutating func lexInvalid() -> Token.Kind {
        let start = position
        repeat { position += 1 } while position < limit && !beginsToken(bytes[position])
        let text = String(decoding: bytes[start..<min(position, start + 16)], as: UTF8.self)
        let shown = text.unicodeScalars.prefix(8).map { Self.visible($0) }.joined()
        report(
            Diagnostic(
                "E0101", "unexpected `\(shown)`", at: SourceSpan(start, position),
                label: "no part of the language",
                helps: Self.hint(for: text).map { [$0] } ?? []))
        return .invalid
    }

    /// Whether a byte ends a run of bytes that are nothing.
    private func beginsToken(_ byte: UInt8) -> Bool {
        if Self.continuesName(byte) { return true }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "#"),
            UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"):
            return true
        default: return false
        }
    }

    /// A scalar as it may be printed: control characters as their number.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.generalCategory == .format
            ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }

    /// What was probably meant.
    private static func hint(for text: String) -> String? {
        switch text.unicodeScalars.first {
        case "\u{201C}", "\u{201D}", "\u{201E}", "'", "\u{2018}", "\u{2019}", "`":
            "strings stand between \"straight\" quotes"
        case "\u{2013}", "\u{2014}", "\u{2212}": "write `-`, or `..` for a range"
        case "\u{2026}": "write `..` for a range"
        case "\u{D7}": "write `*`"
        case "\u{2264}": "write `<=`"
        case "\u{2265}": "write `>=`"
        case "&": "write `and`"
        case "|": "write `or`"
        case "!": "write `not`, or `!=`"
        case "%": "a percent sign stands right behind its number: `95%`"
        default: nil
        }
    }
}
