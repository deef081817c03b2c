import Diagnostics
import Testing

@testable import LanguageServer

@Suite("Positions")
struct TextLinesTests {
    /// One letter of each length in UTF-8: 1, 2, 3 and 4 bytes, of which the last has two UTF-16 code units.
    private static let text = TextLines(Array("aé€😀b\r\nx\rz\n".utf8))

    @Test(
        "columns are UTF-16 code units, and lines end with LF, CR LF or CR",
        arguments: [
            (0, 0, 0), (1, 0, 1), (3, 0, 2), (6, 0, 3), (10, 0, 5), (11, 0, 6), (13, 1, 0), (14, 1, 1),
            (15, 2, 0),
            (17, 3, 0),
        ])
    func positions(offset: Int, line: Int, character: Int) {
        let position = TextPosition(line: line, character: character)
        #expect(Self.text.position(of: offset) == position)
        #expect(Self.text.offset(of: position) == offset)
    }

    @Test(
        "what lies outside is moved to the edge",
        arguments: [
            (-1, 0, 0), (0, -5, 0), (0, 99, 11), (1, 7, 14), (9, 0, 17), (0, 4, 6), (Int.max, Int.max, 17),
            (Int.min, Int.min, 0),
        ])
    func outside(line: Int, character: Int, offset: Int) {
        #expect(Self.text.offset(of: TextPosition(line: line, character: character)) == offset)
    }

    @Test("bytes inside a letter are at its beginning", arguments: [(2, 1), (4, 2), (5, 2), (7, 3), (9, 3)])
    func inside(offset: Int, character: Int) {
        #expect(Self.text.position(of: offset) == TextPosition(line: 0, character: character))
    }
}
