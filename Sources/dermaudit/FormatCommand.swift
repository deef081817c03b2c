import ArgumentParser
import Runtime

/// Formats scripts.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Write scripts in the one format that the language has.")

    @Argument(
        help: "The scripts; - reads standard input and writes standard output.", completion: .scripts)
    var files: [String]

    @Flag(help: "Change nothing; end with code 6 if a script would change.")
    var check = false

    @Flag(help: "Change nothing; show what would change.")
    var diff = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let mode: FormatMode = check ? (diff ? .checkAndDiff : .check) : (diff ? .diff : .write)
        try output.commands.format(files, mode: mode).leave()
    }
}
