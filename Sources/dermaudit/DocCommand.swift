import ArgumentParser
import Runtime

/// Tells what a word means.
struct DocCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doc",
        abstract: "Tell what a word means: a statement, a metric, an option, a module's function, a code.",
        discussion: """
            dermaudit doc                    the words of every kind
            dermaudit doc report             a statement, with an example
            dermaudit doc derm.bands.band    a function of a module of the standard library
            dermaudit doc options            all options, in a line each
            It is what `help` and the prompt's `:doc` tell.
            """)

    @Argument(help: "The word, or all of a kind such as `options`; without it, an overview.")
    var topic: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.document(topic, writesJSON: output.json).leave()
    }
}
