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
    private let keywords = KeywordTable.standard

    private init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        limit = range.upperBound
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

    /// The name that a part of a source is, and nothing else; nil for anything more.
    static func name(_ source: Source, range: Range<Int>) -> Name? {
        var lexer = Lexer(bytes: source.bytes, range: range)
        guard beginsName(lexer.byte(range.lowerBound)), lexer.lexWord() == .identifier,
            lexer.position == range.upperBound
        else { return nil }
        return Name(
            text: String(decoding: source.bytes[range], as: UTF8.self),
            span: SourceSpan(range.lowerBound, range.upperBound))
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
        if !isFull { diagnostics.append(diagnostic) }
    }

    /// Whether further findings will not be told.
    var isFull: Bool { diagnostics.count >= Self.mostFindings }

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
        tokens.reserveCapacity((limit - position) / 4 + 1)
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
        let (end, breaksLine) = endOfTrivia()
        position = end
        return breaksLine
    }

    /// Where the blanks, line breaks and comments at hand end, and whether a line break is among them.
    private func endOfTrivia() -> (end: Int, breaksLine: Bool) {
        let text = bytes.span
        var place = position
        var breaksLine = false
        scan: while place < limit {
            switch text[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
            case UInt8(ascii: "\n"):
                breaksLine = true
                place += 1
            case UInt8(ascii: "#"):
                while place < limit, text[place] != UInt8(ascii: "\n") { place += 1 }
            default: break scan
            }
        }
        return (place, breaksLine)
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
        let (end, word) = endOfWord()
        position = end
        switch bytes[start] {
        case UInt8(ascii: "I"), UInt8(ascii: "V"):
            return Self.skinType(bytes[start..<end]) == nil ? .identifier : .fitzpatrick
        case UInt8(ascii: "a")...UInt8(ascii: "z") where end - start <= 16:
            return keywords.keyword(word).map { .keyword($0) } ?? .identifier
        default: return .identifier
        }
    }

    /// Where the word at hand ends, and its last sixteen letters.
    private func endOfWord() -> (end: Int, word: PackedWord) {
        let text = bytes.span
        var place = position
        var word = PackedWord()
        while place < limit, Self.continuesName(text[place]) {
            word.append(text[place])
            place += 1
        }
        return (place, word)
    }

    /// Reads a mark, the longest that fits.
    private mutating func lexMark() -> Mark? {
        let next = byte(position + 1)
        switch bytes[position] {
        case UInt8(ascii: "("): return taking(.leftParenthesis)
        case UInt8(ascii: ")"): return taking(.rightParenthesis)
        case UInt8(ascii: "["): return taking(.leftBracket)
        case UInt8(ascii: "]"): return taking(.rightBracket)
        case UInt8(ascii: "{"): return taking(.leftBrace)
        case UInt8(ascii: "}"): return taking(.rightBrace)
        case UInt8(ascii: ","): return taking(.comma)
        case UInt8(ascii: ":"): return taking(.colon)
        case UInt8(ascii: ";"): return taking(.semicolon)
        case UInt8(ascii: "+"): return taking(.plus)
        case UInt8(ascii: "*"): return taking(.times)
        case UInt8(ascii: "/"): return taking(.divide)
        case UInt8(ascii: "-"): return next == UInt8(ascii: ">") ? taking(.arrow, 2) : taking(.minus)
        case UInt8(ascii: "="): return next == UInt8(ascii: "=") ? taking(.equal, 2) : taking(.assign)
        case UInt8(ascii: "<"): return next == UInt8(ascii: "=") ? taking(.lessOrEqual, 2) : taking(.less)
        case UInt8(ascii: ">"):
            return next == UInt8(ascii: "=") ? taking(.greaterOrEqual, 2) : taking(.greater)
        case UInt8(ascii: "!") where next == UInt8(ascii: "="): return taking(.notEqual, 2)
        case UInt8(ascii: ".") where next != UInt8(ascii: "."): return taking(.dot)
        case UInt8(ascii: "."):
            return byte(position + 2) == UInt8(ascii: "<") ? taking(.halfOpenRange, 3) : taking(.range, 2)
        default: return nil
        }
    }

    /// Goes past the bytes of a mark.
    private mutating func taking(_ mark: Mark, _ length: Int = 1) -> Mark {
        position += length
        return mark
    }

    /// The skin type that a word names, 1...6.
    package static func skinType(_ word: ArraySlice<UInt8>) -> Int? {
        let (one, five) = (UInt8(ascii: "I"), UInt8(ascii: "V"))
        switch (word.first, word.count) {
        case (one, 1): return 1
        case (one, 2) where word.last == one: return 2
        case (one, 2) where word.last == five: return 4
        case (one, 3) where word.dropFirst().allSatisfy { $0 == one }: return 3
        case (five, 1): return 5
        case (five, 2) where word.last == one: return 6
        default: return nil
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// Whether a name may begin with a byte.
    package static func beginsName(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    }

    /// Whether a byte may stand in a name.
    package static func continuesName(_ byte: UInt8) -> Bool {
        beginsName(byte) || isDigit(byte)
    }
}
