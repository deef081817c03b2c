import Foundation
import TestSupport
import Testing

@Suite("Editions at the command line")
struct MigrateCommandTests {
    let program: BuiltProgram
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    @Test("a script without an edition gets its line; one that has it is left alone, and both are told")
    func writes() throws {
        let path = try folder.write("## Two.\nlet n   = 2\n", to: "a.audit")
        let first = try program.run(["migrate", "--edition", "2026", path])
        #expect(first.code == 0 && first.output == "")
        #expect(first.errors.contains("`\(path)` is of edition 2026 now"))
        #expect(try folder.read("a.audit") == "edition 2026\n## Two.\nlet n   = 2\n")
        let second = try program.run(["migrate", "--edition", "2026", path])
        #expect(second.code == 0 && second.output == "")
        #expect(second.errors == "`\(path)` is of edition 2026 already\n")
        #expect(try program.run(["check", path]).errors == "")
    }

    @Test("--check ends with 6 and --diff shows what would change; neither writes")
    func looks() throws {
        let path = try folder.write("let n = 2\n", to: "a.audit")
        let check = try program.run(["migrate", "--edition", "2026", "--check", path])
        #expect(check.code == 6)
        #expect(check.errors.contains("would change"))
        let diff = try program.run(["migrate", "--edition", "2026", "--diff", path])
        #expect(diff.code == 0)
        #expect(diff.output.contains("+edition 2026\n"))
        #expect(try program.run(["migrate", "--edition", "2026", "--diff", "--check", path]).code == 6)
        #expect(try folder.read("a.audit") == "let n = 2\n")
    }

    @Test("an unknown edition ends with 2 and names those that are known")
    func unknownEdition() throws {
        let path = try folder.write("let n = 2\n", to: "a.audit")
        let result = try program.run(["migrate", "--edition", "2031", path])
        #expect(result.code == 2)
        #expect(result.errors == "error[E0319]: no edition 2031\n  help: this version knows `2026`\n")
        #expect(try program.run(["migrate", path]).code == 2)
        #expect(try folder.read("a.audit") == "let n = 2\n")
    }

    @Test("a script with errors stays as it is and ends with 3; the others are done")
    func wrong() throws {
        try folder.write("let n = = 2\n", to: "wrong.audit")
        try folder.write("edition 1999\n", to: "old.audit")
        try folder.write("let n = 2\n", to: "right.audit")
        let result = try program.run([
            "migrate", "--edition", "2026", "wrong.audit", "old.audit", "right.audit",
        ])
        #expect(result.code == 3)
        #expect(result.errors.contains("wrong.audit:1:") && result.errors.contains("E0319"))
        #expect(try folder.read("wrong.audit") == "let n = = 2\n")
        #expect(try folder.read("old.audit") == "edition 1999\n")
        #expect(try folder.read("right.audit") == "edition 2026\nlet n = 2\n")
        #expect(try program.run(["migrate", "--edition", "2026", "none.audit"]).code == 4)
    }

    @Test("standard input goes to standard output")
    func input() throws {
        #expect(
            try program.run(["migrate", "--edition", "2026", "-"], input: "let n = 2\n").output
                == "edition 2026\nlet n = 2\n")
        let same = try program.run(["migrate", "--edition", "2026", "-"], input: "edition 2026\nlet n = 2\n")
        #expect(same.output == "edition 2026\nlet n = 2\n" && same.code == 0)
    }
}
