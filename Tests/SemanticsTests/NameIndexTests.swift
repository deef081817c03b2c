import Diagnostics
import Testing

@testable import Semantics

@Suite("What words mean")
struct NameIndexTests {
    private static let script = """
        edition 2026
        let per_cell = 2
        generator g = phantom
        classifier mine = MelaNet
        cohort main = sex in [m, f] age 20..40 diagnosis in [benign, melanoma] from g n per_cell
        cohort other = sex in [m, f] age 20..40 diagnosis in [benign, melanoma] from g n per_cell seed 9
        audit a = mine, DeepGuide on main with threshold youden, calibration other
        report dp by sex of a.mine with ci wilson 95%
        export it.report to "out/{per_cell}.json"
        require accuracy of a.mine >= 0
        """

    private static func check(_ script: String, _ schema: any SchemaProvider = NoFiles()) -> (
        Source, CheckResult
    ) {
        let source = Source(name: "a.audit", text: script)
        return (source, Checker.check(source: source, schema: schema))
    }

    /// The lines, from 1, in which a name stands.
    private static func lines(of name: String, _ source: Source, _ result: CheckResult) throws -> [Int] {
        let bound = try #require(result.index.ownNames.first { $0.name == name })
        return result.index.uses(of: bound.place).map { source.position(of: $0.start).line }
    }

    @Test(
        "the checker notes where each name is bound and used",
        arguments: [
            ("per_cell", [2, 5, 6, 9]), ("g", [3, 5, 6]), ("mine", [4, 7, 8, 10]), ("main", [5, 7]),
            ("other", [6, 7]), ("a", [7, 8, 10]),
        ])
    func uses(name: String, lines: [Int]) throws {
        let (source, result) = Self.check(Self.script)
        #expect(result.diagnostics.filter { $0.severity == .error } == [])
        #expect(try Self.lines(of: name, source, result) == lines)
        let bound = try #require(result.index.ownNames.first { $0.name == name })
        #expect(result.index.uses(of: bound.place).allSatisfy { source.text(of: $0) == name })
    }

    @Test("what stands before an error is known, and what a wrong statement binds is not")
    func errors() throws {
        let (source, result) = Self.check(
            "let n = 2\ncohort c = sex in [m, f] n n\nreport dpp of c\ncohort d = sex in [x] n 2\n")
        #expect(result.hasErrors)
        #expect(result.index.ownNames.map(\.name) == ["n", "c"])
        #expect(try Self.lines(of: "n", source, result) == [1, 2])
        #expect(result.sound.count == 2)
    }

    @Test(
        "words of the catalogue are told apart from names",
        arguments: [
            ("dp", WordMeaning.metric("dp")), ("MelaNet", .classifier("MelaNet")),
            ("phantom", .generator("phantom")),
            ("age", .attribute("age")), ("DeepGuide", .classifier("DeepGuide")),
        ])
    func catalogue(word: String, meaning: WordMeaning) throws {
        let (source, result) = Self.check(Self.script)
        let found = result.index.words.filter { source.text(of: $0) == word }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { result.index.meaning(at: $0) == meaning })
    }

    @Test("options carry their definition")
    func options() {
        let (source, result) = Self.check(Self.script)
        let names = result.index.words.compactMap { span -> String? in
            guard case .option(let option)? = result.index.meaning(at: span) else { return nil }
            return option.name == source.text(of: span) ? option.name : "not \(option.name)"
        }
        #expect(names.sorted() == ["calibration", "ci", "threshold"])
    }

    @Test("the last cohort, audit and report lead to what made them")
    func implicit() throws {
        let (source, result) = Self.check("cohort c = sex in [m, f] n 2\nsample it.cohort\n")
        let bound = try #require(result.index.ownNames.first)
        #expect(result.index.uses(of: bound.place).map(source.text(of:)) == ["c", "it", "cohort"])
    }

    @Test("a name of another file leads there")
    func files() throws {
        struct OneFile: SchemaProvider {
            func exists(_ path: String) -> Bool { true }
            func columns(of path: String) throws(SchemaError) -> [String] { [] }
            func script(at path: String) throws(SchemaError) -> [UInt8] { Array("let band = [I, II]\n".utf8) }
        }
        let (source, result) = Self.check("use \"b.audit\"\ncohort c = fst band n 2\n", OneFile())
        let use = try #require(result.index.words.first { source.text(of: $0) == "band" })
        let bound = try #require(result.index.name(at: use))
        #expect(bound.place == BindingPlace(file: "b.audit", span: SourceSpan(4, 8)))
        #expect(result.index.ownNames.map(\.name) == ["c"])
    }
}

extension NameIndexTests {
    private static let blocks = """
        edition 2026
        let size = 2
        def band(types: set<fst>, count: int = size) -> cohort {
            cohort fst types n count
        }
        for k in [1, 2] {
            let twice = k * 2
            print twice, size
        }
        if size == 3 { print size }
        cohort c = band(types: [I, II])
        test "two" { require cells(c) == size }
        """

    @Test(
        "names of blocks, parameters and functions are noted, in branches that are not taken too",
        arguments: [
            ("size", [2, 3, 8, 10, 10, 12]), ("band", [3, 11]), ("types", [3, 4, 11]), ("count", [3, 4]),
            ("k", [6, 7]), ("twice", [7, 8]), ("c", [11, 12]),
        ])
    func blocks(name: String, lines: [Int]) throws {
        let (source, result) = Self.check(Self.blocks)
        #expect(result.diagnostics.map(\.code) == [])
        #expect(try Self.lines(of: name, source, result) == lines)
    }
}
