import Diagnostics

/// Reads what stands between the quotes of a string: escapes, interpolations, and the indentation of a block.
struct StringReader {
    private let lexed: LexedSource
    private let token: Token
    private let depth: Int
    private let bytes: [UInt8]
    private var segments: [StringLiteral.Segment] = []
    private var pending: [UInt8] = []
    private var pendingStart = 0
    private var position = 0
    /// What was wrong with the string.
    private(set) var diagnostics: [Diagnostic] = []

    /// Starts at a string token.
    init(lexed: LexedSource, token: Token, depth: Int) {
        self.lexed = lexed
        self.token = token
        self.depth = depth
        bytes = lexed.source.bytes
    }

    /// The parts of the string.
    mutating func read() -> [StringLiteral.Segment] {
        let isBlock =
            token.end - token.start >= 6 && bytes[Int(token.start) + 1] == UInt8(ascii: "\"")
            && bytes[Int(token.start) + 2] == UInt8(ascii: "\"")
        let quotes = isBlock ? 3 : 1
        let inside = (Int(token.start) + quotes)..<(Int(token.end) - quotes)
        position = inside.lowerBound
        pendingStart = position
        segments.reserveCapacity(2 * bytes[inside].count { $0 == UInt8(ascii: "{") } + 1)
        for line in isBlock ? BlockLines.ranges(of: bytes, in: inside) : [inside] { read(line) }
        flush()
        return segments
    }

    /// Reads a run of bytes that belongs to the text.
    private mutating func read(_ range: Range<Int>) {
        position = range.lowerBound
        if pending.isEmpty { pendingStart = position }
        while position < range.upperBound {
            switch bytes[position] {
            case UInt8(ascii: "\\"): readEscape(before: range.upperBound)
            case UInt8(ascii: "{"): readBrace(before: range.upperBound)
            case UInt8(ascii: "\r")
            where position + 1 < range.upperBound && bytes[position + 1] == UInt8(ascii: "\n"):
                position += 1
            default:
                let start = position
                position += 1
                while position < range.upperBound, !Self.isSpecial(bytes[position]) { position += 1 }
                pending.append(contentsOf: bytes[start..<position])
            }
        }
    }

    /// Whether a byte may be more than itself.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\r")
    }

    /// Ends a run of text.
    private mutating func flush() {
        guard !pending.isEmpty else { return }
        let span = SourceSpan(pendingStart, position)
        segments.append(.text(String(decoding: pending, as: UTF8.self), span))
        pending.removeAll(keepingCapacity: true)
    }

    /// Reads `\n`, `\t`, `\"`, `\\` or `\u{...}`.
    private mutating func readEscape(before end: Int) {
        let start = position
        position = min(position + 2, end)
        switch bytes[position - 1] {
        case UInt8(ascii: "n"): pending.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): pending.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "\""): pending.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\") where position - start == 2: pending.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "u"): readScalar(from: start, before: end)
        default: reportEscape(SourceSpan(start, position))
        }
    }

    /// Reads the `{2192}` of `\u{2192}`.
    private mutating func readScalar(from start: Int, before end: Int) {
        var digits: [UInt8] = []
        guard position < end, bytes[position] == UInt8(ascii: "{") else {
            return reportEscape(SourceSpan(start, position))
        }
        position += 1
        while position < end, bytes[position] != UInt8(ascii: "}"), digits.count < 9 {
            digits.append(bytes[position])
            position += 1
        }
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        guard position < end, bytes[position] == UInt8(ascii: "}"),
            let scalar = value.flatMap(Unicode.Scalar.init)
        else {
            return reportEscape(SourceSpan(start, position))
        }
        position += 1
        pending.append(contentsOf: Array(String(scalar).utf8))
    }

    private mutating func reportEscape(_ span: SourceSpan) {
        diagnostics.append(
            Diagnostic(
                "E0103", "this escape means nothing", at: span,
                label: "escapes are \\n \\t \\\" \\\\ and \\u{...}",
                helps: ["write `\\\\` for a backslash"]))
    }

    /// Whether a word follows the string at once, as where a quote in its midst has ended it.
    private var endsInWord: Bool {
        let end = Int(token.end)
        return end < bytes.count && Lexer.continuesName(bytes[end])
    }

    /// Reads `{{`, which is a brace, or `{expr}`.
    private mutating func readBrace(before end: Int) {
        let start = position
        if position + 1 < end, bytes[position + 1] == UInt8(ascii: "{") {
            pending.append(UInt8(ascii: "{"))
            position += 2
            return
        }
        guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "}")) else {
            diagnostics.append(
                Diagnostic(
                    "E0106", "this `{` is never closed", at: SourceSpan(start, start + 1),
                    label: "an interpolation ends with `}`",
                    helps: ["write `{{` for a brace"]
                        + (endsInWord
                            ? ["a quote ends the text: name a value that holds quotes with `let`"] : [])))
            position = end
            return
        }
        flush()
        let result = Parser.parseInterpolation(lexed.source, (start + 1)..<close, depth: depth)
        diagnostics += result.diagnostics
        position = close + 1
        if let expression = result.expression {
            segments.append(.interpolation(expression, SourceSpan(start, close + 1)))
        }
        pendingStart = position
    }
}
