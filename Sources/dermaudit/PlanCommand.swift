import ArgumentParser
import Runtime

/// Shows what a run would do.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what a run would make and cost, without running anything.")

    @Argument(help: "The script; - is standard input.")
    var file: String

    @OptionGroup var definition: DefinitionOption
    @OptionGroup var machine: MachineOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let status = await output.commands.plan(
            file, definitions: definition.definitions, options: machine.runOptions(output),
            models: EmbeddedModels(), writesJSON: output.json)
        try status.leave()
    }
}
