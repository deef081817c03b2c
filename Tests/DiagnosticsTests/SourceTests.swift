import Testing

@testable import Diagnostics

@Suite("Sources")
struct SourceTests {
    @Test(
        "offsets have lines and columns, also behind the end",
        arguments: [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 2), (6, 3, 1), (99, 3, 1)])
    func positions(_ offset: Int, _ line: Int, _ column: Int) {
        let source = Source(name: "a", text: "ab\né\n")
        #expect(source.position(of: offset) == Position(line: line, column: column))
    }

    @Test("a line's text is without its break, of either kind")
    func lines() {
        let source = Source(name: "a", text: "one\r\ntwo\nthree")
        #expect(source.line(1) == "one")
        #expect(source.line(2) == "two")
        #expect(source.line(3) == "three")
        #expect(source.line(4) == "")
        #expect(source.line(0) == "")
    }
}
