import Diagnostics
import Testing

@testable import Semantics

@Suite("What is told of scripts that are wrong in many places")
struct FindingsTests {
    private func check(_ text: String, schema: any SchemaProvider = NoFiles()) -> CheckResult {
        Checker.check(source: Source(name: "t", text: text), schema: schema)
    }

    @Test("an error is told behind any number of warnings")
    func errorsComeFirst() {
        let hides = "let a = 1\n" + String(repeating: "if true { let a = 2 }\n", count: 150)
        let found = check("edition 2026\n" + hides + "print b\n").diagnostics
        #expect(found.count == 100)
        #expect(found.last?.code == "E0301")
        #expect(found.dropLast().allSatisfy { $0.code == "W1003" })
    }

    @Test("a hundred errors are told, in the order of the source")
    func hundredErrors() {
        let found = check("edition 2026\n" + String(repeating: "print b\n", count: 5_000)).diagnostics
        #expect(found.map(\.primary.span.start) == (0..<100).map { 13 + 6 + 8 * $0 })
    }

    @Test("an error of every pass is told once, and makes its loop wrong")
    func passes() {
        let result = check(
            "edition 2026\ndef f(x) { print y }\nfor i in 1..5 { f(i) }\nfor i in 1..5 { f(i) }")
        #expect(result.diagnostics.map(\.code) == ["E0301"])
        #expect(result.program == nil)
    }

    @Test("a script that becomes too long is told so once")
    func tooLong() {
        let found = check("edition 2026\n" + String(repeating: "print 1\n", count: 100_010)).diagnostics
        #expect(found.map(\.code) == ["E0424"])
    }
}
