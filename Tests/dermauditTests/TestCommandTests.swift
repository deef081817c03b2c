import Foundation
import TestSupport
import Testing

@Suite struct TestCommandTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    private let script = """
        edition 2026
        let light = [I, II]
        print "a run, not a test"
        test "two types are light" {
            cohort c = sex in [m, f] fst light n 1
            require cells(c) == 4
        }
        test "light people are judged" {
            cohort c = sex in [m, f] fst light n 1
            audit MelaNet on c
            report accuracy by sex
        }

        """
    private let failing =
        "edition 2026\ntest \"one is two\" { require 1 == 2 because \"arithmetic\" }\n"

    @Test("the tests of a folder's scripts run, and a run passes them by")
    func passing() throws {
        try folder.write(script, to: "a/one.audit")
        try folder.write("edition 2026\ntest \"b\" { require 1 == 1 }\n", to: "a/b/two.audit")
        try folder.write(failing, to: "a/.hidden/three.audit")
        let result = try program.run(["test", folder.path + "/a"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("one.audit:4  two types are light"))
        #expect(result.output.contains("two.audit:2  b"))
        #expect(!result.output.contains("a run, not a test"))
        #expect(result.errors.contains("3 tests passed, 0 failed"))
        let run = try program.run(["run", folder.path + "/a/one.audit"])
        #expect(run.output == "a run, not a test\n")
    }

    @Test("a test that fails says why and ends with 1; JUnit tells of all")
    func failure() throws {
        let path = try folder.write(script + failing.replacing("edition 2026\n", with: ""), to: "f.audit")
        let junit = folder.path + "/out.xml"
        let result = try program.run(["test", path, "--junit", junit])
        #expect(result.code == 1)
        #expect(result.output.contains("FAILED"))
        #expect(result.output.contains("arithmetic"))
        #expect(result.errors.contains("2 tests passed, 1 failed"))
        let text = try folder.read("out.xml")
        #expect(text.contains("tests=\"3\" failures=\"1\" errors=\"0\""))
        #expect(text.contains("<testcase name=\"one is two\""))
    }

    @Test("--filter takes the tests whose titles match, and refuses what is no expression")
    func filter() throws {
        let path = try folder.write(script, to: "f.audit")
        let result = try program.run(["test", path, "--filter", "^two"])
        #expect(result.errors.contains("1 test passed"))
        #expect(try program.run(["test", path, "--filter", "("]).code == 2)
        let none = try program.run(["test", path, "--filter", "zebra"])
        #expect(none.code == 2 && none.errors.contains("no test has a title that `zebra` matches"))
    }

    @Test("what tests print is recorded by --update, and compared from then on")
    func recorded() throws {
        let path = try folder.write(script, to: "f.audit")
        #expect(try program.run(["test", path, "--update"]).code == 0)
        let record = try folder.read("f.expected.md")
        #expect(record.contains("## light people are judged"))
        #expect(record.contains("accuracy"))
        #expect(try program.run(["test", path]).code == 0)
        try folder.write(script + "# the script's hash is another now\n", to: "f.audit")
        #expect(try program.run(["test", path]).code == 0)
        try folder.write(script.replacing("n 1\n    audit", with: "n 2\n    audit"), to: "f.audit")
        let changed = try program.run(["test", path])
        #expect(changed.code == 1)
        #expect(changed.output.contains("--update"))
    }

    @Test("a wrong script ends with 3 and runs no test of its own; others still run")
    func wrong() throws {
        let bad = try folder.write(
            "edition 2026\nprint nosuch\ntest \"t\" { require 1 == 1 }\n", to: "bad.audit")
        let good = try folder.write(script, to: "good.audit")
        let result = try program.run(["test", bad, good])
        #expect(result.code == 3)
        #expect(result.errors.contains("nosuch"))
        #expect(result.output.contains("two types are light"))
        #expect(try program.run(["test", folder.path + "/missing.audit"]).code == 4)
    }

    @Test("the tests of the standard library pass")
    func library() throws {
        let library = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "stdlib/modules").path
        let result = try program.run(["test", library])
        #expect(result.code == 0, "\(result.output)\(result.errors)")
    }
}
