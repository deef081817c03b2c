import ArgumentParser
import Runtime

/// Formats scripts.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Write scripts in the one format that the language has.")

    @OptionGroup var scripts: RewritingOptions

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.format(scripts.files, mode: scripts.mode).leave()
    }
}
