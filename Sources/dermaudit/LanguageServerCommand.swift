import ArgumentParser
import LanguageServer
import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Answers an editor.
struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Answer an editor over standard input and output (Language Server Protocol).",
        discussion: """
            An editor starts it; docs/editors.md says how. It ends with code 0 when the editor says goodbye as the
            protocol wants it, else with 1.
            """)

    @Flag(help: "Use standard input and output; the only way, and some editors say so.")
    var stdio = false

    func run() throws {
        // An editor that is gone is noticed when writing fails, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        let server = LanguageServer(host: EditorFiles(), version: Tool.version)
        var loop = StreamLoop(server, input: STDIN_FILENO, output: STDOUT_FILENO)
        let status = loop.run()
        if status != 0 { throw ExitCode(status) }
    }
}
