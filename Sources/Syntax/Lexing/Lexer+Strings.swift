import Diagnostics

extension Lexer {
    /// Reads a string with its quotes: of one line, or between three quotes of several.
    mutating func lexString() -> Token.Kind {
        let start = position
        if byte(position + 1) == UInt8(ascii: "\""), byte(position + 2) == UInt8(ascii: "\"") {
            return lexBlockString()
        }
        position += 1
        while position < limit {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return .string
            case UInt8(ascii: "\\") where position + 1 < limit && bytes[position + 1] != UInt8(ascii: "\n"):
                position += 2
            case UInt8(ascii: "\n"): return unclosedString(from: start)
            default: position += 1
            }
        }
        return unclosedString(from: start)
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
