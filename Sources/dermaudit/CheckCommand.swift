import ArgumentParser
import Runtime

/// Checks scripts.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find errors in scripts without running anything.")

    @Argument(help: "The scripts; - is standard input.", completion: .scripts)
    var files: [String]

    @Flag(help: "Also warn of weak statistics.")
    var pedantic = false

    @OptionGroup var definition: DefinitionOption
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.check(files, definitions: definition.definitions, isPedantic: pedantic).leave()
    }
}
