import ArgumentParser
import Reporting
import Runtime

/// Writes pages of documentation.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Write pages of documentation of scripts, or of the standard library.",
        discussion: """
            A page for each script, with its functions, attributes, constants, data sets, cohorts and tests and what
            the doc comments (##) before them say, and an index. Nothing is run. Where a script has errors, or a page
            cannot be written, no page is.
            """)

    @Argument(
        help: "Scripts, and folders that are searched for them; the standard library where none is named.",
        completion: .scripts)
    var paths: [String] = []

    @Option(help: ArgumentHelp("The folder for the pages.", valueName: "folder"), completion: .directory)
    var out: String

    @Option(help: "How pages are written: html or md.", completion: .list(["html", "md"]))
    var format = Guide.Format.html

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.commands.writeGuide(paths, to: out, format: format).leave()
    }
}

extension Guide.Format: ExpressibleByArgument {}
