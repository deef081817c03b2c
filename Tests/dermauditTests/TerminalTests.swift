import Foundation
import TestSupport
import Testing

@Suite struct TerminalTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    /// A session at its first prompt.
    private func prompt() throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(["repl"], program: program)
        try terminal.waitFor("> ")
        return terminal
    }

    /// Waits for the prompt, types Ctrl-D and expects a good end.
    private func leave(_ terminal: PseudoTerminal) throws {
        try terminal.waitFor("> ")
        terminal.type("\u{4}")
        #expect(terminal.waitForExit() == 0)
    }

    @Test("piped statements run one after another, and only results reach standard output")
    func piped() throws {
        let result = try program.run(["repl"], input: "let n = 2\nprint n + 1\n:vars\nprint n *\n  4\n")
        #expect(result.output == "3\n8\n")
        #expect(result.code == 0)
        #expect(result.errors.contains("n: whole number 2"))
    }

    @Test("a statement goes on while a bracket is open, and a wrong one leaves no name behind")
    func lines() throws {
        let script = "cohort c = {\n  sex in [m, f]\n  age 20\n  n 3\n}\nlet x = nosuch\nprint 1\n:vars\n"
        let result = try program.run(["repl"], input: script)
        #expect(result.errors.contains("cohort c: 2 sex = 2 cells x 3 = 6 images"))
        #expect(result.errors.contains("nosuch"))
        #expect(!result.errors.contains("  x:"))
        #expect(result.output == "1\n")
    }

    @Test(":save writes the statements that succeeded, formatted, and they run as a script")
    func save() throws {
        let path = folder.path + "/saved.audit"
        let input = "let   n=2\nlet m = nosuch\nprint n*3\n:save \(path)\n"
        #expect(try program.run(["repl"], input: input).errors.contains("wrote 2 statements"))
        #expect(try folder.read("saved.audit") == "edition 2026\nlet n = 2\nprint n * 3\n")
        #expect(try program.run(["run", path]).output == "6\n")
        #expect(try program.run(["fmt", "--check", path]).code == 0)
    }

    @Test("the session can be asked about: types, cells, plans, words, time")
    func questions() throws {
        let input = """
            cohort c = from phantom sex in [m, f] n 2
            audit MelaNet
            :type c
            :type it.cohort
            :cells it.cohort
            :type accuracy
            :type nosuch
            :cells c
            :cells d
            :plan it.cohort with n 100
            :plan report dp by sex
            :doc dp
            :doc c
            :doc dpp
            :set seed 7
            :time
            :cel
            """
        let errors = try program.run(["repl"], input: input).errors
        for text in [
            "cohort c: 2 sex = 2 cells x 2 = 4 images",
            "number: accuracy (", "no value `nosuch`",
            "diagnosis=melanoma;sex=f  x 2", "no cohort `d`", "2 cells x 100 = 200 images", "audit _1",
            "dp: DP (max-min accuracy)", "did you mean `dp`?", " ms",
        ] {
            #expect(errors.contains(text), "\(text)")
        }
        #expect(!errors.contains("is not one command") && !errors.contains("it.cohort"))
    }

    @Test(":undo takes back the last statement that succeeded, and :save leaves it out")
    func undo() throws {
        let path = folder.path + "/undone.audit"
        let input =
            "let n = 2\nlet m = 3\nprint m\n:undo\n:undo\nprint m\nlet m = 4\n:save \(path)\n:undo\n:undo\n:undo\n"
        let result = try program.run(["repl"], input: input)
        #expect(result.output == "3\n")
        #expect(result.errors.contains("took back: print m"))
        #expect(result.errors.contains("took back: let m = 3"))
        #expect(result.errors.contains("no value `m`"))
        #expect(result.errors.contains("there is nothing to take back"))
        #expect(try folder.read("undone.audit") == "edition 2026\nlet n = 2\nlet m = 4\n")
    }

    @Test(":show makes a picture of every cell, in a file where the terminal shows none")
    func show() throws {
        let input = "cohort c = from phantom sex in [m, f] age 20..40 n 2\n:show c 2\n:show\n:show nosuch\n"
        let errors = try program.run(["repl"], input: input).errors
        let path = try #require(errors.split(separator: "`").first { $0.hasSuffix(".png") })
        let bytes = try Data(contentsOf: URL(fileURLWithPath: String(path)))
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(errors.contains("no cohort `nosuch`"))
        try FileManager.default.removeItem(atPath: String(path))
    }

    @Test("--load runs a script first")
    func load() throws {
        let path = try folder.write("edition 2026\nlet n = 7\n", to: "l.audit")
        #expect(try program.run(["repl", "--load", path], input: "print n\n").output == "7\n")
    }

    @Test("at a terminal words are completed, brackets continue the prompt, and Ctrl-D leaves")
    func terminal() throws {
        let terminal = try prompt()
        terminal.type("coh\t")
        try terminal.waitFor("cohort ")
        terminal.type("c = {\r")
        try terminal.waitFor(". ")
        terminal.type("sex in [m, f]\r")
        try terminal.waitFor(". ")
        terminal.type("n 1 }\r")
        try terminal.waitFor("cohort c: 2 sex = 2 cells x 1 = 2 images")
        try terminal.waitFor("> ")
        terminal.type("audit Mela\t")
        try terminal.waitFor("MelaNet")
        terminal.type("\u{3}")
        try leave(terminal)
        let history = try folder.read("state/dermaudit/history")
        #expect(history == "cohort c = {\\nsex in [m, f]\\nn 1 }\n")
    }

    @Test("attributes that the session declares are completed, and their values")
    func ownAttributes() throws {
        let terminal = try prompt()
        terminal.type("attribute smoker = enum [sometimes, never]\r")
        try terminal.waitFor("> ")
        terminal.type("report dp by smo\t")
        try terminal.waitFor("by smoker")
        terminal.type("\u{3}")
        try terminal.waitFor("> ")
        terminal.type("cohort smoker in [nev\t")
        try terminal.waitFor("in [never")
        terminal.type("\u{3}")
        try leave(terminal)
    }

    @Test("Ctrl-C at an open bracket gives the line up, and the next one is read afresh")
    func abandonedLine() throws {
        let terminal = try prompt()
        terminal.type("cohort d = {\r")
        try terminal.waitFor(". ")
        terminal.type("sex \u{3}")
        try terminal.waitFor("> ")
        terminal.type("print 20 + 2\r")
        try terminal.waitFor("22")
        try leave(terminal)
    }

    @Test("Ctrl-C stops a running statement, keeps the finished images and the session")
    func stoppedStatement() throws {
        let terminal = try prompt()
        terminal.type("cohort big = from phantom sex in [m, f] age 10..80 fst I..VI n 5000\r")
        try terminal.waitFor("480 000 images")
        try terminal.waitFor("> ")
        terminal.type("sample big\r")
        try terminal.waitFor("run it? [y/N] ")
        terminal.type("y\r")
        try terminal.waitFor("big: sampling 2", seconds: 120)
        terminal.type("\u{3}")
        try terminal.waitFor("stopped; finished images are kept")
        try terminal.waitFor("> ")
        terminal.type("print 6 * 7\r")
        try terminal.waitFor("42")
        try terminal.waitFor("> ")
        terminal.type(":quit\r")
        #expect(terminal.waitForExit() == 0)
        let kept = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/store")
        #expect(kept.contains { $0.count > 60 })
    }

    @Test("an earlier session's lines are there with the arrow keys")
    func history() throws {
        try folder.write("print 40 + 3\n", to: "state/dermaudit/history")
        let terminal = try prompt()
        terminal.type("\u{1B}[A\r")
        try terminal.waitFor("43")
        try leave(terminal)
    }

    @Test("a dumb terminal gets plain prompts")
    func dumb() throws {
        let terminal = try PseudoTerminal(["repl"], program: program.with("TERM", "dumb"))
        try terminal.waitFor("> ")
        terminal.type("print 1 + 1\n")
        try terminal.waitFor("2\r\n")
        try leave(terminal)
    }
}
