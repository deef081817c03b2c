import ArgumentParser
import Runtime

/// Writes a script by which a shell completes commands, options and the names of scripts.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Write a completion script for bash, zsh or fish.",
        discussion: """
            bash:  dermaudit completions bash > ~/.local/share/bash-completion/completions/dermaudit
            zsh:   dermaudit completions zsh > "${fpath[1]}/_dermaudit"
            fish:  dermaudit completions fish > ~/.config/fish/completions/dermaudit.fish
            """)

    @Argument(help: "The shell: bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw ValidationError("`\(shell)`: expected bash, zsh or fish")
        }
        try (output.commands.show(Dermaudit.completionScript(for: shell)) ?? .success).leave()
    }
}
