import Diagnostics
import Testing

@testable import Semantics

@Suite("The checker")
struct CheckerTests {
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

    @Test("a wrong edition is told once, and no second one is offered")
    func edition() {
        #expect(check("edition 1999\nprint 1").diagnostics.map(\.code) == ["E0319"])
    }

    @Test("what a name stands for is told with its article")
    func article() {
        let found = check("edition 2026\ncohort sex in [m, f] n 2\naudit a = MelaNet\nprint a").diagnostics
        #expect(found.map(\.message) == ["`a` is an audit, not a value"])
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

    @Test("reordered axes and levels make the same cells")
    func reordered() throws {
        let first = try #require(
            check("cohort c = sex in [m, f] age 10..30 fst I..II n 3").program?.cohort(named: "c"))
        let other = try #require(
            check("cohort c = fst in [II, I] age 10..30 sex in [f, m] n 3").program?.cohort(named: "c"))
        #expect(first.cells == other.cells)
    }

    @Test("a total is shared out, the first cells getting what is left over")
    func total() throws {
        let cohort = try #require(check("cohort c = fst I..VI n 20 total").program?.cohort(named: "c"))
        #expect(cohort.cells.map(\.count) == [4, 4, 3, 3, 3, 3])
    }

    @Test("a part of a prompt is dropped where its attribute is not stated")
    func prompts() throws {
        let text = "cohort c = fst [I, unknown] n 1 prompt \"{diagnosis}[, skin type {fst}]!\""
        let cohort = try #require(check(text).program?.cohort(named: "c"))
        #expect(cohort.cells.map(\.prompt) == ["melanoma, skin type I!", "melanoma!"])
    }

    @Test("every option of a generator is filled in")
    func defaults() throws {
        let program = try #require(
            check("generator g = lightningdit(\"w\") with steps 9, guidance channels all").program)
        guard case .generator(let generator)? = program.statements.first?.action else {
            Issue.record("no generator")
            return
        }
        #expect(generator.options.integer("steps") == 9)
        #expect(generator.options["steps"]?.isDefault == false)
        #expect(generator.options.number("guidance") == 10)
        #expect(generator.options.number("shift") == 0.3)
        #expect(generator.options.text("channels") == "all")
        #expect(generator.options.text("vae") == nil)
    }

    @Test("a gate becomes a tree with a place for every part")
    func gate() throws {
        let text =
            "cohort c = sex in [m, f] n 9\naudit a = MelaNet\nrequire upper(dp by sex of a.MelaNet, 90%) <= 0.1 + 0.1"
        let program = try #require(check(text).program)
        guard case .gate(let gate)? = program.statements.last?.action,
            case .comparison(.lessOrEqual, let left, let right) = gate.condition.node,
            case .query(let query) = left.node
        else {
            Issue.record("no comparison")
            return
        }
        #expect(query.bound == .upper(level: 0.9))
        #expect(query.outcome == .audit("a", classifier: "MelaNet", cohort: "c"))
        #expect(right.node == .constant(.number(0.2)))
        #expect(Source(name: "t", text: text).text(of: left.span) == "upper(dp by sex of a.MelaNet, 90%)")
    }

    @Test(
        "statistical lint is given when it is asked for",
        arguments: [
            ("report dp by age", ["W1210", "W1202"]),
            ("report dp by sex*age*fst", ["W1210", "W1203", "W1202"]),
            ("report dp by age with test none", ["W1210", "W1202", "W1201"]),
            ("require dp by age < 10%", ["W1210", "W1208"]),
            ("require upper(dp by age) < 10%", ["W1210"]),
            (
                "report accuracy by sex; export it.report to \"x.sarif\"; require upper(dp by age) < 10%",
                ["W1210", "W1209"]
            ),
            ("report " + gaps.joined(separator: ", ") + " by all", ["W1210"] + many),
        ])
    func lint(_ statements: String, _ codes: [String]) {
        #expect(lintCodes(statements, isPedantic: true) == codes)
        #expect(lintCodes(statements, isPedantic: false) == codes.filter { $0 == "W1201" || $0 == "N0501" })
    }

    private static let gaps = ["dp", "demographic_parity", "equal_opportunity", "predictive_parity"]
    /// The groupings of `by all` are three attributes and three pairs; only those by sex alone are large enough.
    private static let many = ["W1203", "W1202", "W1202", "W1202", "W1202", "W1202", "W1207", "N0501"]

    private func lintCodes(_ statements: String, isPedantic: Bool) -> [String] {
        let text =
            "edition 2026\ncohort sex in [m,f] age 10..80 fst I..VI n 2; audit MelaNet; " + statements
        let result = Checker.check(
            source: Source(name: "t", text: text), schema: NoFiles(), isPedantic: isPedantic)
        return result.diagnostics.map(\.code.description)
    }

    @Test("images of another size than a classifier looks at are linted, those of its own are not")
    func sizes() {
        func codes(_ generator: String) -> [String] {
            let text =
                "edition 2026\ngenerator g = \(generator)\ncohort sex in [m, f] n 900 from g\naudit MelaNet"
            let result = Checker.check(
                source: Source(name: "t", text: text), schema: NoFiles(), isPedantic: true)
            return result.diagnostics.map(\.code.description)
        }
        #expect(codes("phantom() with size 64") == [])
        #expect(codes("phantom() with size 32") == ["W1213"])
        // The embedded classifiers learned from drawings of 128 pixels that were halved.
        #expect(codes("phantom()") == [])
        #expect(codes("phantom() with size 256") == ["W1213"])
        // What a checkpoint makes stands in its weights alone.
        #expect(codes("lightningdit(\"w.safetensors\")") == [])
    }

    @Test("the same images before the same classifiers are linted once in a script")
    func sizesOnce() {
        let text = """
            edition 2026
            generator g = phantom() with size 256
            cohort c = sex in [m, f] n 900 from g
            audit MelaNet on c
            for n in [900, 901] { cohort d = sex in [m, f] n n from g; audit MelaNet on d }
            audit DeepGuide on c
            """
        let result = Checker.check(source: Source(name: "t", text: text), schema: NoFiles(), isPedantic: true)
        #expect(result.diagnostics.map(\.code.description) == ["W1213", "W1213"])
    }

    @Test("many tests without a correction are linted")
    func manyTests() {
        let text =
            "edition 2026\ncohort sex in [m,f] age 10..80 fst I..VI n 900; audit all; report dp, dp, dp by all"
        let result = Checker.check(source: Source(name: "t", text: text), schema: NoFiles(), isPedantic: true)
        #expect(result.diagnostics.map(\.code).contains("W1207"))
    }
}
