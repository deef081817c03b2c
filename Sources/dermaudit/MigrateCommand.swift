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

    @Argument(
        help: "The scripts; - reads standard input and writes standard output.", completion: .scripts)
    var files: [String]

    @Option(help: ArgumentHelp("The edition.", valueName: "year"))
    var edition: Int

    @Flag(help: "Change nothing; end with code 6 if a script would change.")
    var check = false

    @Flag(help: "Change nothing; show what would change.")
    var diff = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let mode: FormatMode = check ? (diff ? .checkAndDiff : .check) : (diff ? .diff : .write)
        try output.commands.migrate(files, to: edition, mode: mode).leave()
    }
}
