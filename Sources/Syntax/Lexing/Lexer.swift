import Diagnostics

/// Cuts a source into tokens, in one pass over its bytes and in time linear in their number. Any bytes will do.
package struct Lexer {
    let bytes: [UInt8]
    /// Where lexing ends.
    let limit: Int
    var position: Int
    var tokens: [Token] = []
    var diagnostics: [Diagnostic] = []
    private var layout = Layout()

    private init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        limit = range.upperBound
        tokens.reserveCapacity(range.count / 4 + 1)
    }

    /// The tokens of a source.
    package static func lex(_ source: Source) -> LexedSource {
        guard source.bytes.count <= Source.largest else { return refused(source) }
        var lexer = Lexer(bytes: source.bytes, range: 0..<source.bytes.count)
        lexer.checkEncoding()
        lexer.skipByteOrderMark()
        lexer.run()
        return LexedSource(source: source, tokens: lexer.tokens, diagnostics: lexer.diagnostics)
    }

    /// The tokens of a part of a source, such as the inside of `{...}` in a string.
    package static func lex(_ source: Source, range: Range<Int>) -> LexedSource {
        var lexer = Lexer(bytes: source.bytes, range: range)
        lexer.run()
        return LexedSource(source: source, tokens: lexer.tokens, diagnostics: lexer.diagnostics)
    }

    /// The lexer's answer to a source that is too large.
    private static func refused(_ source: Source) -> LexedSource {
        let end = Token(kind: .end, startsItem: true, start: 0, end: 0)
        let diagnostic = Diagnostic(
            "E0107", "this script has \(source.bytes.count) bytes, and \(Source.largest) is the most",
            at: SourceSpan(0, 0))
        return LexedSource(source: source, tokens: [end], diagnostics: [diagnostic])
    }

    /// The most findings kept of one source; a hundredth mistake teaches nothing new.
    package static let mostFindings = 100

    /// Takes note of a finding, unless there are plenty.
    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.mostFindings { diagnostics.append(diagnostic) }
    }

    /// The byte at a place, or 0 behind the end.
    @inline(__always)
    func byte(_ place: Int) -> UInt8 {
        place < limit ? bytes[place] : 0
    }

    private mutating func skipByteOrderMark() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private mutating func checkEncoding() {
        guard let damage = UTF8Check.firstDamage(in: bytes) else { return }
        report(
            Diagnostic(
                "E0108", "this script is not UTF-8 text", at: SourceSpan(damage, damage + 1),
                label: "byte \(bytes[damage]) cannot stand here", helps: ["save the file as UTF-8"]))
    }

    private mutating func run() {
        while true {
            let breaksLine = skipTrivia()
            let start = position
            let kind = position < limit ? lexToken() : .end
            let token = Token(
                kind: kind,
                startsItem: layout.startsItem(
                    kind, breaksLine: breaksLine,
                    continues: breaksLine && kind == .identifier && continuesLine(start..<position)),
                start: UInt32(start), end: UInt32(position))
            layout.advance(past: kind)
            tokens.append(token)
            if kind == .end { return }
        }
    }

    /// Whether a name at the beginning of a line continues the statement before it.
    private func continuesLine(_ word: Range<Int>) -> Bool {
        bytes[word].elementsEqual("rows".utf8) || bytes[word].elementsEqual("columns".utf8)
    }

    /// Skips blanks, line breaks and comments; true where a line break was among them.
    private mutating func skipTrivia() -> Bool {
        var breaksLine = false
        while position < limit {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
            case UInt8(ascii: "\n"):
                breaksLine = true
                position += 1
            case UInt8(ascii: "#"):
                while position < limit, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            default: return breaksLine
            }
        }
        return breaksLine
    }

    /// Reads one token; at least one byte.
    private mutating func lexToken() -> Token.Kind {
        let first = bytes[position]
        if Self.beginsName(first) { return lexWord() }
        if Self.isDigit(first) { return lexNumber() }
        if first == UInt8(ascii: "\"") { return lexString() }
        if let mark = lexMark() { return .mark(mark) }
        return lexInvalid()
    }

    /// Reads a name, keyword or skin type.
    private mutating func lexWord() -> Token.Kind {
        let start = position
        while position < limit, Self.continuesName(bytes[position]) { position += 1 }
        switch bytes[start] {
        case UInt8(ascii: "I"), UInt8(ascii: "V"):
            return Self.skinType(bytes[start..<position]) == nil ? .identifier : .fitzpatrick
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            return Keyword(spelling: bytes[start..<position]).map { .keyword($0) } ?? .identifier
        default: return .identifier
        }
    }

    /// Reads a mark, the longest that fits.
    private mutating func lexMark() -> Mark? {
        let next = byte(position + 1)
        let mark: Mark
        switch bytes[position] {
        case UInt8(ascii: "("): mark = .leftParenthesis
        case UInt8(ascii: ")"): mark = .rightParenthesis
        case UInt8(ascii: "["): mark = .leftBracket
        case UInt8(ascii: "]"): mark = .rightBracket
        case UInt8(ascii: "{"): mark = .leftBrace
        case UInt8(ascii: "}"): mark = .rightBrace
        case UInt8(ascii: ","): mark = .comma
        case UInt8(ascii: ":"): mark = .colon
        case UInt8(ascii: ";"): mark = .semicolon
        case UInt8(ascii: "+"): mark = .plus
        case UInt8(ascii: "*"): mark = .times
        case UInt8(ascii: "/"): mark = .divide
        case UInt8(ascii: "-"): mark = next == UInt8(ascii: ">") ? .arrow : .minus
        case UInt8(ascii: "="): mark = next == UInt8(ascii: "=") ? .equal : .assign
        case UInt8(ascii: "<"): mark = next == UInt8(ascii: "=") ? .lessOrEqual : .less
        case UInt8(ascii: ">"): mark = next == UInt8(ascii: "=") ? .greaterOrEqual : .greater
        case UInt8(ascii: "!") where next == UInt8(ascii: "="): mark = .notEqual
        case UInt8(ascii: ".") where next != UInt8(ascii: "."): mark = .dot
        case UInt8(ascii: "."): mark = byte(position + 2) == UInt8(ascii: "<") ? .halfOpenRange : .range
        default: return nil
        }
        position += mark.rawValue.utf8.count
        return mark
    }

    /// The skin type that a word names, 1...6.
    package static func skinType(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count <= 3, word.first == UInt8(ascii: "I") || word.first == UInt8(ascii: "V") else {
            return nil
        }
        let numerals: [StaticString] = ["I", "II", "III", "IV", "V", "VI"]
        return numerals.firstIndex { word.elementsEqual($0.description.utf8) }.map { $0 + 1 }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    static func beginsName(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    }

    static func continuesName(_ byte: UInt8) -> Bool {
        beginsName(byte) || isDigit(byte)
    }
}
