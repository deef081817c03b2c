import ArgumentParser
import Runtime

/// Explains a code or a metric.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a diagnostic's code or a metric.")

    @Argument(help: "A code such as E0302, a metric such as dp, or `metrics` for the guide to all of them.")
    var topic: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.explain(topic).leave()
    }
}
