import Diagnostics
import Testing

@testable import Semantics

@Suite("The checker")
struct CheckerTests {
    /// Every file exists and no table has columns.
    private struct NoFiles: SchemaProvider {
        func exists(_ path: String) -> Bool { true }
        func columns(of path: String) throws(SchemaError) -> [String] { [] }
        func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }
    }

    private func check(_ text: String, environment: CheckEnvironment = CheckEnvironment()) -> CheckResult {
        Checker.check(source: Source(name: "t", text: text), schema: NoFiles(), environment: environment)
    }

    @Test("the card makes 96 cells of 100 images with canonical texts")
    func card() throws {
        let result = check("cohort sex in [m,f] age 10..80 fst I..VI n 100; audit MelaNet; report dp by age")
        let program = try #require(result.program)
        let cohort = try #require(program.cohort(named: "_1"))
        #expect(cohort.cells.count == 96)
        #expect(cohort.imageCount == 9_600)
        #expect(cohort.cells.contains { $0.canonicalText == "age=30;diagnosis=melanoma;fst=II;sex=m" })
        #expect(
            cohort.cells.first { $0.canonicalText == "age=30;diagnosis=melanoma;fst=II;sex=m" }?.prompt
                == "melanoma, male, age 30, skin type II")
        #expect(cohort.generator.kind == .phantomDiT)
    }

    @Test("a REPL checks one statement after the other")
    func incremental() throws {
        var environment = CheckEnvironment(allowsRebinding: true)
        for line in ["cohort sex in [m,f] n 2", "audit MelaNet", "report dp by sex"] {
            let result = check(line, environment: environment)
            #expect(result.diagnostics.isEmpty)
            environment = result.environment
        }
        #expect(environment.lastReport == "_3")
        #expect(check("report dp by age", environment: environment).diagnostics.map(\.code) == ["E0501"])
    }
}
