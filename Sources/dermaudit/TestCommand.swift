import ArgumentParser
import Runtime

/// Runs the tests of scripts.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the `test` blocks of scripts.",
        discussion: """
            Tests make images with `phantom()` unless they say otherwise: nothing is needed but the script.
            What a test prints may be recorded beside the script (--update); it then must print the same.
            """)

    @Argument(
        help: "Scripts, and folders that are searched for them; the working folder where none is named.",
        completion: .file(extensions: ["audit"]))
    var paths: [String] = []

    @Option(help: ArgumentHelp("Only tests whose title this regular expression matches.", valueName: "regex"))
    var filter: String?

    @Option(help: ArgumentHelp("Write the outcomes as JUnit XML.", valueName: "file"), completion: .file())
    var junit: String?

    @Flag(help: "Record what the tests print, beside each script.")
    var update = false

    @OptionGroup var definition: DefinitionOption
    @OptionGroup var machine: MachineOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var request = TestRequest()
        request.paths = paths
        request.filter = filter
        request.junit = junit
        request.updates = update
        request.definitions = definition.definitions
        let work = InterruptibleWork()
        let watch = InterruptWatch(stopping: work, telling: output.console)
        let commands = ScriptCommands(console: output.console, printer: output.printer)
        let status = await commands.test(
            request, options: machine.runOptions(output), models: EmbeddedModels(), work: work)
        withExtendedLifetime(watch) {}
        try status.leave()
    }
}
