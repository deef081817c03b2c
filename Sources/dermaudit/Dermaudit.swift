import ArgumentParser
import Runtime

/// The command line of Dermaudit: it reads arguments and leaves everything else to the libraries.
@main
struct Dermaudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dermaudit",
        abstract: "Audit how equally a skin-lesion classifier works for everyone.",
        discussion: """
            Results go to standard output; diagnostics and progress go to standard error.

            Exit codes:
            \(ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n"))

            Environment:
              DERMAUDIT_STORE  the folder that finished images are kept in
                default: dermaudit in the user's cache folder
              NO_COLOR  writes no colours
            """,
        version: Tool.version,
        subcommands: [
            RunCommand.self, CheckCommand.self, TestCommand.self, FormatCommand.self, MigrateCommand.self,
            PlanCommand.self,
            InitCommand.self,
            InspectCommand.self, ExplainCommand.self, DocCommand.self, DocsCommand.self,
            REPLCommand.self, LanguageServerCommand.self, CompletionsCommand.self, VersionCommand.self,
            PhantomCommand.self,
        ])

    /// Parses and runs, with exit codes of our own.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        if let code = error as? ExitCode { ExitStatus.end(code.rawValue) }
        let message = fullMessage(for: error)
        let isHelp = exitCode(for: error) == .success
        let console = StandardConsole(isQuiet: true)
        if isHelp {
            try? console.result(message)
        } else {
            console.notice(message)
        }
        ExitStatus.end((isHelp ? ExitStatus.success : .usage).rawValue)
    }
}
