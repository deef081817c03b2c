import Foundation
import TestSupport
import Testing

@Suite("The tutorial")
struct TutorialTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path).with("NO_COLOR", "1")
        try take("gate-equal")
        for script in PageScript.all(of: "docs/tutorial.md") {
            try folder.write(script.text, to: script.name)
        }
    }

    /// Makes a table of the examples the reader's own.
    private func take(_ table: String) throws {
        let data = PageScript.checkout.appending(path: "examples/data/\(table).csv")
        try String(contentsOf: data, encoding: .utf8).write(
            toFile: folder.path + "/holdout.csv", atomically: true, encoding: .utf8)
    }

    /// The lines that the page shows behind a script and that are not among those printed.
    private func missing(_ name: String, in results: [BuiltProgram.Result]) throws -> [String] {
        let script = try #require(
            PageScript.all(of: "docs/tutorial.md").first { $0.name == name })
        let printed = results.flatMap { ($0.output + $0.errors).components(separatedBy: "\n") }
        #expect(!script.output.isEmpty)
        return script.output.filter { !printed.contains($0) }
    }

    @Test(
        "a script prints what the page shows",
        arguments: ["own.audit", "sweep.audit", "paper.audit"])
    func runs(name: String) throws {
        let result = try program.run(["run", name])
        #expect(result.code == 0, "\(result.errors)")
        #expect(try missing(name, in: [result]) == [])
    }

    @Test("the gate passes, fails and stays open on the three tables, as the page shows")
    func gate() throws {
        var results: [BuiltProgram.Result] = []
        for (table, code) in [("gate-equal", Int32(0)), ("gate-unequal", 1), ("gate-small", 8)] {
            try take(table)
            let result = try program.run(["run", "gate.audit"])
            #expect(result.code == code, "\(table): \(result.errors)")
            results.append(result)
        }
        #expect(try missing("gate.audit", in: results) == [])
    }

    @Test("the module's tests pass, as the page shows, and leave a file for a build server")
    func tests() throws {
        let result = try program.run(["test", "lib", "--junit", "tests.xml"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(try missing("lib/bands.audit", in: [result]) == [])
        #expect(FileManager.default.fileExists(atPath: folder.path + "/tests.xml"))
    }

    @Test("the plan of the first script is made, and the other commands of the page are there")
    func commands() throws {
        #expect(try program.run(["plan", "first.audit"]).output.contains("96 cells x 2 = 192 images"))
        #expect(
            try program.run(["plan", "gap", "0.1", "power", "0.8"]).output.contains("392            784"))
        #expect(try program.run(["explain", "E0303"]).code == 0)
        #expect(try program.run(["explain", "dp"]).output.contains("misleads: "))
        #expect(try program.run(["init", "--predictions", "holdout.csv"]).output.contains("p_melanoma"))
        #expect(try program.run(["plan", "sweep.audit", "-D", "n=16"]).output.contains("16 cells x 16"))
    }
}
