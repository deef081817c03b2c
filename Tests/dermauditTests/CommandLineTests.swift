import TestSupport
import Testing

@Suite struct CommandLineTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    @Test("help goes to standard output and lists every exit code")
    func help() throws {
        let result = try program.run(["--help"])
        #expect(result.code == 0)
        #expect(result.errors == "")
        for code in ["0", "1", "2", "3", "4", "6", "7", "8", "130"] {
            #expect(result.output.contains("\n  \(code)  "), "exit code \(code)")
        }
        #expect(result.output.contains("DERMAUDIT_STORE"))
    }

    @Test(
        "each command has its own help",
        arguments: ["run", "check", "fmt", "plan", "explain", "repl", "version"])
    func commandHelp(command: String) throws {
        let result = try program.run([command, "--help"])
        #expect(result.code == 0)
        #expect(result.output.contains("USAGE: dermaudit \(command)"))
    }

    @Test("the version is one line", arguments: [["version"], ["--version"]])
    func version(arguments: [String]) throws {
        let result = try program.run(arguments)
        #expect(result.code == 0)
        #expect(result.output.contains("0.1.0"))
        #expect(result.output.split(separator: "\n").count == 1)
    }

    @Test(
        "a command line that makes no sense ends with 2 and a message on standard error",
        arguments: [
            ["nonsense"], ["run"], ["run", "--nonsense", "x"], ["check"], ["run", "x", "-D", "n"],
            ["run", "x", "--threads", "many"], ["run", "x", "--threads", "-1"],
            ["run", "x", "--color", "red"],
        ])
    func usage(arguments: [String]) throws {
        let result = try program.run(arguments)
        #expect(result.code == 2)
        #expect(result.output == "")
        #expect(!result.errors.isEmpty)
    }

    @Test(
        "a script that does not exist ends with 4 and names the file",
        arguments: ["run", "check", "plan", "fmt"])
    func missingScript(command: String) throws {
        let result = try program.run([command, "no-such.audit"])
        #expect(result.code == 4)
        #expect(result.errors == "error: cannot read `no-such.audit`: No such file or directory\n")
    }
}
