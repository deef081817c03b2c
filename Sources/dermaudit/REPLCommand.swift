import ArgumentParser
import Provenance
import REPL
import Runtime

/// Starts the interactive prompt.
struct REPLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl", abstract: "Type statements and see their results.")

    @Option(
        name: .customLong("load"), help: "A script whose statements are run first.", completion: .scripts)
    var script: String?

    @OptionGroup var machine: MachineOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let console = output.console
        let work = InterruptibleWork()
        let watch = InterruptWatch {
            if case .nothingRan = work.interrupt() { InterruptWatch.leaveAtOnce() }
        }
        let loop = ReadEvalLoop(
            options: machine.runOptions(output), models: EmbeddedModels(), console: console,
            printer: output.printer, work: work,
            stateFolder: StandardFolder.state(environment: MachineOptions.environment))
        let status = await loop.run(loading: script)
        withExtendedLifetime(watch) {}
        try status.leave()
    }
}
