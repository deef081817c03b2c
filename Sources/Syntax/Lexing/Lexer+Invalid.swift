import Diagnostics

extension Lexer {
    /// Skips a run of bytes that begin no token, and reports it once.
    mutating func lexInvalid() -> Token.Kind {
        if let string = endOfForeignString() { return lexForeignString(upTo: string) }
        let start = position
        repeat { position += 1 } while position < limit && !beginsToken(bytes[position])
        guard !isFull else { return .invalid }
        let text = String(decoding: bytes[start..<min(position, start + 16)], as: UTF8.self)
        let shown = text.unicodeScalars.prefix(8).map { Self.visible($0) }.joined()
        let span = SourceSpan(start, position)
        let mark = ForeignMark(text)
        report(
            Diagnostic(
                "E0101", "unexpected `\(shown)`", at: span, label: mark.label,
                helps: mark.hint.map { [$0] } ?? [], edits: edits(of: mark, span)))
        return .invalid
    }

    /// What puts a mark of the language in the place of another.
    private func edits(of mark: ForeignMark, _ span: SourceSpan) -> [Edit] {
        if let replacement = mark.replacement { return [Edit(span, replacement, .safe)] }
        guard mark.belongsToNumber, let last = tokens.last,
            last.kind == .integer || last.kind == .number
        else { return [] }
        return [Edit(SourceSpan(Int(last.end), span.end), "%")]
    }

    /// How far a quote of another kind is looked for: a text without its other end must not be read again and again.
    private static let longestForeignString = 300

    /// Where a string between quotes that are not those of the language ends, with the bytes of its quotes; nil where none begins.
    private func endOfForeignString() -> (opening: Range<Int>, closing: Range<Int>)? {
        guard !isFull, let (opening, closers) = foreignQuote(at: position) else { return nil }
        var place = opening.upperBound
        let end = min(limit, place + Self.longestForeignString)
        while place < end, bytes[place] != UInt8(ascii: "\n"), bytes[place] != UInt8(ascii: "\"") {
            if let (closing, _) = foreignQuote(at: place),
                closers.contains(String(decoding: bytes[closing], as: UTF8.self))
            {
                return (opening, closing)
            }
            place += 1
        }
        return nil
    }

    /// Quotes that are not those of the language, each kind with what closes it.
    private static let foreignQuotes: [(openers: [String], closers: [String])] = [
        (["'", "\u{2018}", "\u{2019}"], ["'", "\u{2019}"]), (["`"], ["`"]),
        (["\u{201C}", "\u{201D}", "\u{201E}"], ["\u{201C}", "\u{201D}"]), (["\u{AB}"], ["\u{BB}"]),
        (["\u{BB}"], []),
    ]

    /// The quote of another kind at a place, and what closes it.
    private func foreignQuote(at place: Int) -> (bytes: Range<Int>, closers: [String])? {
        switch bytes[place] {
        case UInt8(ascii: "'"), UInt8(ascii: "`"), 0xC2, 0xE2: break
        default: return nil
        }
        for (openers, closers) in Self.foreignQuotes {
            for quote in openers where bytes[place..<limit].starts(with: quote.utf8) {
                return (place..<(place + quote.utf8.count), closers)
            }
        }
        return nil
    }

    /// Goes past a string between quotes that are not those of the language, and reports it as one mistake.
    private mutating func lexForeignString(
        upTo quotes: (opening: Range<Int>, closing: Range<Int>)
    ) -> Token.Kind {
        let (opening, closing) = quotes
        let isPlain = !bytes[opening.upperBound..<closing.lowerBound].contains(UInt8(ascii: "\\"))
        report(
            Diagnostic(
                "E0101", "unexpected `\(String(decoding: bytes[opening], as: UTF8.self))`",
                at: SourceSpan(opening.lowerBound, closing.upperBound),
                label: "strings stand between \"straight\" quotes",
                edits: [opening, closing].map {
                    Edit(SourceSpan($0.lowerBound, $0.upperBound), "\"", isPlain ? .safe : .maybe)
                }))
        position = closing.upperBound
        return .invalid
    }

    /// Whether a byte ends a run of bytes that are nothing.
    private func beginsToken(_ byte: UInt8) -> Bool {
        if Self.continuesName(byte) { return true }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "#"),
            UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
            return true
        default: return false
        }
    }

    /// A scalar as it may be printed: control characters and blanks as their number.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.generalCategory == .format
            || scalar.properties.isWhitespace
            ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
}
