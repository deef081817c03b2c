import Foundation
import TestSupport
import Testing

@Suite("Completions of shells")
struct CompletionsCommandTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
        for name in ["paper.audit", "notes.txt", "lib/bands.audit"] { try folder.write("", to: name) }
    }

    /// What bash itself offers behind the words.
    private func offered(_ words: [String]) throws -> [String] {
        let script = try program.run(["completions", "bash"])
        #expect(script.code == 0)
        let place = try folder.write(script.output, to: "completions.bash")
        let line = words.map { "'\($0)'" }.joined(separator: " ")
        let commands = """
            source '\(place)'
            COMP_WORDS=(\(line)) COMP_CWORD=\(words.count - 1) COMP_LINE="\(words.joined(separator: " "))"
            COMP_POINT=${#COMP_LINE}
            _dermaudit 'dermaudit' '\(words.last ?? "")' '\(words.dropLast().last ?? "")' 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["--norc", "-c", commands]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").map { String($0).trimmingCharacters(in: .whitespaces) }
    }

    @Test(
        "bash offers commands, options and scripts",
        arguments: [
            (["dermaudit", "ch"], ["check"], ["fmt"]),
            (["dermaudit", "check", "--p"], ["--pedantic"], ["--diff"]),
            (["dermaudit", "fmt", "pa"], ["paper.audit"], ["notes.txt"]),
            (["dermaudit", "run", ""], ["paper.audit"], ["notes.txt"]),
            (["dermaudit", "completions", ""], ["bash", "zsh", "fish"], ["paper.audit"]),
        ])
    func bash(words: [String], wanted: [String], unwanted: [String]) throws {
        let found = try offered(words)
        #expect(Set(wanted).isSubset(of: found))
        #expect(Set(unwanted).isDisjoint(with: found))
    }

    @Test(
        "zsh and fish have theirs, and no other shell",
        arguments: [("zsh", "#compdef dermaudit"), ("fish", "complete -c")])
    func others(shell: String, part: String) throws {
        let result = try program.run(["completions", shell])
        #expect(result.code == 0)
        #expect(result.output.contains(part))
        #expect(try program.run(["completions", "tcsh"]).code == 2)
    }
}
