import ArgumentParser
import Runtime

/// Runs a script.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Check a script and run it.",
        discussion: "Ctrl-C stops the run; finished images are kept, and the next run continues with them.")

    @Argument(help: "The script; - is standard input.", completion: .scripts)
    var file: String

    @OptionGroup var definition: DefinitionOption
    @OptionGroup var machine: MachineOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = output.console
        let work = InterruptibleWork()
        let watch = InterruptWatch(stopping: work, telling: console)
        let commands = ScriptCommands(console: console, printer: output.printer)
        let status = await commands.run(
            file, definitions: definition.definitions, options: machine.runOptions(output),
            models: EmbeddedModels(), work: work)
        withExtendedLifetime(watch) {}
        try status.leave()
    }
}
