import ArgumentParser
import Runtime

/// Writes a script for a table of predictions.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented script for a CSV of predictions.",
        discussion: """
            Looks at the columns: the true class, predictions, the image's name, sex, age, skin type and other
            attributes, and at their values. The script passes `check` and runs.
            """)

    @Option(help: "The CSV: a row for each image, with its true class and a prediction.")
    var predictions: String

    @Option(name: .shortAndLong, help: "The script to write; without it, standard output.")
    var output: String?

    @Option(help: "The value of the true class that counts as positive, where the table does not say it.")
    var positive: String?

    @Flag(help: "Replace a script that is there already.")
    var force = false

    @OptionGroup var options: OutputOptions

    func run() throws {
        try options.commands.draft(predictions, output: output, positive: positive, replaces: force).leave()
    }
}
