import Diagnostics

extension Lexer {
    /// Reads a string with its quotes: of one line, or between three quotes of several.
    mutating func lexString() -> Token.Kind {
        let start = position
        if byte(position + 1) == UInt8(ascii: "\""), byte(position + 2) == UInt8(ascii: "\"") {
            return lexBlockString()
        }
        let (end, isClosed) = endOfLineString()
        position = end
        return isClosed ? .string : unclosedString(from: start)
    }

    /// Where the string of one line at hand ends, and whether a quote ends it.
    private func endOfLineString() -> (end: Int, isClosed: Bool) {
        let text = bytes.span
        var place = position + 1
        while place < limit, text[place] != UInt8(ascii: "\n") {
            switch text[place] {
            case UInt8(ascii: "\""): return (place + 1, true)
            case UInt8(ascii: "\\") where place + 1 < limit && text[place + 1] != UInt8(ascii: "\n"):
                place += 2
            default: place += 1
            }
        }
        return (place, false)
    }

    /// Reads a string between three quotes.
    private mutating func lexBlockString() -> Token.Kind {
        let start = position
        position += 3
        while position < limit {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < limit {
                position += 2
            } else if bytes[position] == UInt8(ascii: "\""), byte(position + 1) == UInt8(ascii: "\""),
                byte(position + 2) == UInt8(ascii: "\"")
            {
                position += 3
                return .string
            } else {
                position += 1
            }
        }
        report(
            Diagnostic(
                "E0102", "this string is never closed", at: SourceSpan(start, start + 3),
                label: "three quotes open it, and no three close it"))
        return .invalid
    }

    private mutating func unclosedString(from start: Int) -> Token.Kind {
        if position > start + 1, bytes[position - 1] == UInt8(ascii: "\r") { position -= 1 }
        report(
            Diagnostic(
                "E0102", "this string is never closed", at: SourceSpan(start, position),
                label: "no `\"` before the end of the line",
                helps: ["three quotes hold text of several lines"]))
        return .invalid
    }
}
