import ArgumentParser
import Runtime

/// Writes a script for a table of predictions, or for a folder of photographs.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a commented script for a CSV of predictions or a folder of photographs.",
        discussion: """
            Looks at the columns: the true class, predictions, the image's name, sex, age, skin type and other
            attributes, and at their values. Of a folder of photographs the CSV of labels is looked for in it and
            beside it. The script passes `check` and runs.
            """)

    @Option(help: "The CSV: a row for each image, with its true class and a prediction.")
    var predictions: String?

    @Option(help: "A folder of photographs, in .jpg, .jpeg or .png.")
    var images: String?

    @Option(help: "The CSV of their labels, where it is not in the folder or beside it.")
    var labels: String?

    @Option(name: .shortAndLong, help: "The script to write; without it, standard output.")
    var output: String?

    @Option(help: "The value of the true class that counts as positive, where the table does not say it.")
    var positive: String?

    @Flag(help: "Replace a script that is there already.")
    var force = false

    @OptionGroup var options: OutputOptions

    func validate() throws {
        guard (predictions == nil) != (images == nil) else {
            throw ValidationError("Name either `--predictions FILE` or `--images FOLDER`.")
        }
        guard labels == nil || images != nil else {
            throw ValidationError("`--labels` goes with `--images`.")
        }
    }

    func run() throws {
        let commands = options.commands
        if let images {
            try commands.draft(
                images: images, labels: labels, output: output, positive: positive, replaces: force
            ).leave()
        } else if let predictions {
            try commands.draft(predictions, output: output, positive: positive, replaces: force).leave()
        }
    }
}
