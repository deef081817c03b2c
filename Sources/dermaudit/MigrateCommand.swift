import ArgumentParser
import Runtime

/// Takes scripts to an edition of the language.
struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Take scripts to an edition of the language.",
        discussion: """
            A script goes through every edition between its own and that one, and means the same in each. One without
            a line `edition` gets it. A script with errors is left as it is.
            """)

    @OptionGroup var scripts: RewritingOptions

    @Option(help: ArgumentHelp("The edition.", valueName: "year"))
    var edition: Int

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.migrate(scripts.files, to: edition, mode: scripts.mode).leave()
    }
}
