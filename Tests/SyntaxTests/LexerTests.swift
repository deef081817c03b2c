import Diagnostics
import Testing

@testable import Syntax

@Suite("The lexer")
struct LexerTests {
    private func kinds(_ text: String) -> [Token.Kind] {
        Lexer.lex(Source(name: "t", text: text)).tokens.map(\.kind)
    }

    @Test("skips a byte order mark and reads Windows line ends")
    func byteOrderMark() {
        let script = Parser.parse(
            Source(name: "t", text: "\u{FEFF}edition 2026\r\nprint \"a\"\r\nlet x = 1\r\n"))
        #expect(script.diagnostics.isEmpty)
        #expect(script.statements.count == 3)
        #expect(Formatter.format(script.lexed.source) == "edition 2026\nprint \"a\"\nlet x = 1\n")
    }

    @Test("a range needs no blanks", arguments: ["10..80", "10 .. 80", "10..<80"])
    func ranges(_ text: String) {
        #expect(kinds(text).first == .integer)
        #expect(kinds(text).count == 4)
    }

    @Test("skin types are words of their own, and only six", arguments: ["I", "II", "III", "IV", "V", "VI"])
    func skinTypes(_ text: String) {
        #expect(kinds(text) == [.fitzpatrick, .end])
        #expect(kinds(text.lowercased()) == [.identifier, .end])
        #expect(
            kinds(text + "I").first
                == (text == "I" || text == "II" || text == "V" ? .fitzpatrick : .identifier))
    }

    @Test("a name never holds a minus")
    func minus() {
        #expect(kinds("a-b") == [.identifier, .mark(.minus), .identifier, .end])
    }

    @Test(
        "damaged UTF-8 is one finding",
        arguments: [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]])
    func damage(_ bytes: [UInt8]) {
        let source = Source(name: "t", bytes: Array("print 1 # ".utf8) + bytes + Array("\nprint 2\n".utf8))
        #expect(Parser.parse(source).diagnostics.map(\.code) == ["E0108"])
    }

    @Test("a source of 17 MB is refused, not read")
    func large() {
        let source = Source(name: "t", bytes: [UInt8](repeating: 0x20, count: 17_000_000))
        #expect(Parser.parse(source).diagnostics.map(\.code) == ["E0107"])
    }

    @Test(
        "a hundred kilobytes without sense gives at most a hundred findings",
        arguments: ["@ ", "( ", "{ ", "\"\n", "a b\n", "} ", "1+", "\u{AB} ", "\u{2018} "])
    func bounded(_ piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let found = Parser.parse(Source(name: "t", text: text)).diagnostics
        #expect(!found.isEmpty)
        #expect(found.count <= Lexer.mostFindings)
    }

    @Test(
        "text is incomplete while a bracket is open or a word wants more",
        arguments: ["cohort c {", "let x = [1,", "report dp by", "print \"\"\"\na"])
    func incomplete(_ text: String) {
        #expect(Parser.isIncomplete(text))
    }

    @Test(
        "text is complete otherwise",
        arguments: ["", "print 1", "cohort c { n 1 }", "print )", "let x = \"open"])
    func complete(_ text: String) {
        #expect(!Parser.isIncomplete(text))
    }
}
