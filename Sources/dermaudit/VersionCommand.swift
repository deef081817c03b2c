import ArgumentParser
import Runtime

/// Prints the version.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.show(Tool.name)?.leave()
    }
}
