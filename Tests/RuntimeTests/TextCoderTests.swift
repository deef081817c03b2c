import Testing

@testable import Runtime

@Suite struct TextCoderTests {
    private func code(_ text: String, _ coder: inout TextCoder) -> Int32? {
        Array(text.utf8).withUnsafeBufferPointer { coder.code(of: $0) }
    }

    @Test("texts get numbers in the order in which they first appear, also when the table grows")
    func order() {
        var coder = TextCoder()
        let first = (0..<5_000).map { code("t\($0)", &coder) }
        #expect(first == (0..<5_000).map { Int32($0) })
        #expect((0..<5_000).reversed().map { code("t\($0)", &coder) } == first.reversed())
        #expect(coder.texts[4_321] == "t4321")
        #expect(coder.texts.strings == (0..<5_000).map { "t\($0)" })
        #expect(code("", &coder) == 5_000)
    }

    @Test("texts that share their last eight bytes, or their letters, are told apart")
    func alike() {
        var coder = TextCoder()
        let texts = [
            "", "a", "aa", "aaa", "aaaa", "1-lesion-00000007", "2-lesion-00000007", "lesion-00000007",
        ]
        #expect(texts.map { code($0, &coder) } == (0..<8).map { Int32($0) })
        #expect(texts.reversed().map { code($0, &coder) } == (0..<8).reversed().map { Int32($0) })
    }

    @Test("bytes that are not text have no number")
    func notText() {
        var coder = TextCoder()
        #expect([0xFF, 0x41].withUnsafeBufferPointer { coder.code(of: $0) } == nil)
        #expect([0x41, 0x00].withUnsafeBufferPointer { coder.code(of: $0) } == nil)
        #expect(coder.texts.count == 0)
    }
}

@Suite struct DecimalTextTests {
    private func number(_ text: String, comma: Bool = false) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { DecimalText.number($0, allowsComma: comma) }
    }

    @Test(
        "a number is exactly what the library reads",
        arguments: [
            "0", "1", "0.5", ".5", "5.", "0.1234567", "1e-05", "1.1089965e-05", "0.30000000000000004",
            "9007199254740993", "123456789012345678", "-0.25", "+3", "0.000000000000001", "12345678.87654321",
            "-0", "1.1089965E+2", "1e22", "1e23", "2e-22",
            "0.00000000000000000000012", "123456789012345678e-3", "4.9e-324", "1e-400", "1e400",
            "00000000000000000000.5",
        ])
    func exact(text: String) {
        #expect(number(text) == Double(text))
    }

    @Test(
        "what is no number is nil",
        arguments: ["", ".", "a", "1.2.3", "1,2", "0x", "--1", "1 2", "e5", "1e", "1e+", "1e5.5", "-", "+-1"])
    func none(text: String) {
        #expect(number(text) == nil)
    }

    @Test("a decimal comma is read where it cannot separate fields")
    func comma() {
        #expect(number("0,75", comma: true) == 0.75)
        #expect(number("-1,5e-3", comma: true) == -0.0015)
        #expect(number("1,2.3", comma: true) == nil)
    }
}
