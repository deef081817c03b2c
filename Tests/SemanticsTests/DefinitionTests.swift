import Diagnostics
import Testing

@testable import Semantics

@Suite("Definitions on the command line")
struct DefinitionTests {
    private func check(_ text: String, _ arguments: [String]) -> CheckResult {
        Checker.check(
            source: Source(name: "t", text: "edition 2026\n" + text), schema: NoFiles(),
            definitions: arguments.compactMap(Definition.init(parsing:)))
    }

    @Test(
        "a definition takes the place of a value of its kind",
        arguments: [
            ("let x = 1", "x=100", Value.integer(100)), ("let x = 0.5", "x=2", .integer(2)),
            ("let x = 5%", "x=10%", .percent(0.1)), ("let x = 5%", "x=0.1", .number(0.1)),
            ("let x = \"a\"", "x=b c.csv", .string("b c.csv")),
            ("let x = [1]", "x=[2, 3]", .set([.integer(2), .integer(3)])),
            ("let x = true", "x=false", .bool(false)),
            ("let x = 1h", "x=30m", .duration(1_800)), ("let x = 1", "x=-3", .integer(-3)),
        ])
    func replaces(_ text: String, _ argument: String, _ expected: Value) throws {
        let result = check(text, [argument])
        let program = try #require(result.program, "\(result.diagnostics)")
        #expect(program.statements.map(\.action) == [.constant(name: "x", value: expected)])
    }

    @Test(
        "a definition of another kind is an error",
        arguments: [
            ("let x = 1", "x=0.5"), ("let x = 1", "x=many"), ("let x = true", "x=1"), ("let x = 1h", "x="),
            ("let x = 5%", "x=5"), ("let x = 5%", "x=-1%"),
        ])
    func unfit(_ text: String, _ argument: String) {
        #expect(check(text, [argument]).diagnostics.map(\.code) == ["E0409"])
    }

    @Test("a definition of nothing is an error that offers the nearest name")
    func unknown() {
        let found = check("let count = 1", ["cuont=2"]).diagnostics
        #expect(found.map(\.code) == ["E0316"])
        #expect(found.first?.primary.text == "did you mean `count`?")
    }

    @Test("the number of images may be given", arguments: [1, 100])
    func images(_ number: Int) throws {
        let result = check("let n = 3\ncohort c = sex in [m, f] n n", ["n=\(number)"])
        #expect(try #require(result.program).cohort(named: "c")?.imageCount == 2 * number)
    }

    @Test("an argument needs a name and an equals sign", arguments: ["", "x", "=3"])
    func malformed(_ argument: String) {
        #expect(Definition(parsing: argument) == nil)
    }
}
