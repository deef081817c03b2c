import TestSupport
import Testing

@Suite struct PlanGapTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    @Test(
        "the images for a gap between two groups are those of the published table (Fleiss)",
        arguments: [
            (["0.05", "base", "0.2"], "1 094"), (["10%", "base", "20%"], "294"),
            (["0.2", "base", "0.2", "power", "0.8"], "82"), (["0.05", "base", "0.4"], "1 534"),
            (["0.1", "base", "0.4", "level", "95%"], "388"), (["0.2", "base", "0.4"], "97"),
        ])
    func pairs(words: [String], images: String) throws {
        let result = try program.run(["plan", "gap"] + words)
        #expect(result.code == 0, "\(result.errors)")
        let line = result.output.split(separator: "\n").first { $0.contains("named before looking") }
        #expect(line?.contains(" \(images) ") == true, "\(result.output)")
    }

    @Test("more groups need more images, for all pairs and for the largest minus the smallest")
    func groups() throws {
        let result = try program.run(["plan", "gap", "0.1", "base", "0.2", "groups", "8"])
        #expect(result.output.contains("every pair of 8 groups (28, Bonferroni)"))
        #expect(result.output.contains("588"))
        #expect(result.output.contains("largest minus smallest of 8 groups"))
    }

    @Test(
        "a question that makes no sense ends with 2 and an example",
        arguments: [
            ["gap", "2"], ["gap", "x"], ["gap", "0.1", "power"], ["gap", "0.1", "powr", "0.8"],
            ["gap", "0.1", "groups", "1"], ["gap", "0.5", "base", "0.7"], ["a.audit", "b.audit"],
        ])
    func misunderstandings(words: [String]) throws {
        let result = try program.run(["plan"] + words)
        #expect(result.code == 2)
        #expect(result.output == "")
        #expect(!result.errors.isEmpty)
    }
}
