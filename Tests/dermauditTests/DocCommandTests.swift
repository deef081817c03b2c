import Foundation
import TestSupport
import Testing

@Suite("Documentation of words")
struct DocCommandTests {
    let program: BuiltProgram
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    @Test(
        "doc tells of every kind of word, with code 0 and nothing on standard error",
        arguments: [
            ("report", "report: Prints metrics"), ("min_n", "min_n: images below which"),
            ("dp", "dp: DP (max-min"),
            ("MelaNet", "VGG-16"), ("phantom", "phantom: "), ("folder", "folder: "), ("heatmap", "heatmap: "),
            ("derm.prompts.plain", "derm.prompts.plain: constant"), ("policies.gates", "def small_gap("),
            ("E0302", "E0302: an attribute"), ("budget", "budget: the longest time"), ("by", "by GROUPS"),
            ("codes", "E0302  an attribute that does not exist"), ("metrics", "# The metrics"),
        ])
    func words(word: String, part: String) throws {
        let result = try program.run(["doc", word])
        #expect(result.code == 0)
        #expect(result.errors == "")
        #expect(result.output.contains(part))
    }

    @Test("without a word it lists those of every kind; an unknown one ends with 2 and names the nearest")
    func others() throws {
        let all = try program.run(["doc"])
        #expect(all.code == 0)
        for part in ["statements ", "modules ", "derm.prompts", "options ", "codes "] {
            #expect(all.output.contains(part))
        }
        let wrong = try program.run(["doc", "derm.promts.plain"])
        #expect(wrong.code == 2)
        #expect(wrong.output == "")
        #expect(wrong.errors.contains("did you mean `derm.prompts.plain`?"))
    }

    @Test("--json writes an object for each meaning")
    func json() throws {
        let lines = try program.run(["doc", "--json", "size"]).output.split(separator: "\n")
        let objects = try lines.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String]
        }
        #expect(objects.map { $0?["kind"] } == ["attribute", "option", "option"])
        #expect(objects.allSatisfy { $0?["markdown"]?.contains("`size`") ?? false })
    }

    @Test("the prompt's :doc and the statement help say the same")
    func sameEverywhere() throws {
        let told = try program.run(["doc", "derm.bands.band"]).output
        #expect(try program.run(["repl"], input: "help derm.bands.band\n").output == told)
        #expect(try program.run(["repl"], input: ":doc derm.bands.band\n").errors.contains(told))
    }

    @Test("explain sends other words to doc")
    func explain() throws {
        let result = try program.run(["explain", "cohort"])
        #expect(result.code == 2)
        #expect(result.errors.contains("`dermaudit doc cohort` tells of it"))
    }
}
