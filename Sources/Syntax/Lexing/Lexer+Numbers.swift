import Diagnostics

extension Lexer {
    /// Reads a number with its fraction, exponent and unit.
    mutating func lexNumber() -> Token.Kind {
        let start = position
        skipDigits()
        var isWhole = true
        if byte(position) == UInt8(ascii: "."), Self.isDigit(byte(position + 1)) {
            isWhole = false
            position += 1
            skipDigits()
        }
        if skipExponent() { isWhole = false }
        if byte(position) == UInt8(ascii: "%") {
            position += 1
            return .percent
        }
        let unit = position
        while position < limit, Self.continuesName(bytes[position]) { position += 1 }
        if unit == position { return isWhole ? .integer : .number }
        return unitKind(number: start, unit: unit)
    }

    private mutating func skipDigits() {
        while position < limit, Self.isDigit(bytes[position]) || bytes[position] == UInt8(ascii: "_") {
            position += 1
        }
    }

    /// Skips `e-3`; true where there is an exponent.
    private mutating func skipExponent() -> Bool {
        guard byte(position) | 0x20 == UInt8(ascii: "e") else { return false }
        var digits = position + 1
        if byte(digits) == UInt8(ascii: "-") || byte(digits) == UInt8(ascii: "+") { digits += 1 }
        guard Self.isDigit(byte(digits)) else { return false }
        position = digits
        skipDigits()
        return true
    }

    /// Tells times from sizes; letters that are no unit are reported.
    private mutating func unitKind(number start: Int, unit: Int) -> Token.Kind {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if Literals.duration(text) != nil { return .duration }
        if Literals.size(text) != nil { return .size }
        report(wrongUnit(of: text, SourceSpan(unit, position)))
        return .invalid
    }

    /// The finding that letters behind a number are no unit, with the unit that was meant.
    private func wrongUnit(of text: String, _ span: SourceSpan) -> Diagnostic {
        let suffix = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        let units = ["s", "m", "h", "d", "B", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"]
        if suffix.contains(where: \.isNumber), suffix.allSatisfy({ $0.isNumber || "dhms._".contains($0) }) {
            return Diagnostic(
                "E0105", "`\(text.prefix(20))` is no time", at: span,
                label: "each unit stands once, larger ones first: `2h30m`")
        }
        let words = [
            "sec": "s", "second": "s", "min": "m", "minute": "m", "hr": "h", "hour": "h", "day": "d",
        ]
        let singular = suffix.count > 3 && suffix.hasSuffix("s") ? String(suffix.dropLast()) : suffix
        let meant = words[singular] ?? units.first { $0.lowercased() == suffix.lowercased() }
        return Diagnostic(
            "E0105", "`\(suffix.prefix(20))` is not a unit", at: span,
            label: meant.map { "did you mean `\($0)`?" }
                ?? "units are \(units.joined(separator: ", ")) and %",
            edits: meant.map { [Edit(span, $0)] } ?? [])
    }
}
