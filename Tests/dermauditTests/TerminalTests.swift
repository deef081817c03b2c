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
        #expect(result.errors.contains("n: constant 2"))
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
        terminal.type("cohort big = from phantom sex in [m, f] age 10..80 fst I..VI n 500\r")
        try terminal.waitFor("48000 images")
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
