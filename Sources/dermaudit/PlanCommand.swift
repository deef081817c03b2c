import ArgumentParser
import Runtime

/// Shows what a run would do.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what a run would make and cost, without running anything.",
        discussion: """
            `plan gap 0.1 power 0.8 base 0.3 groups 8 level 95%` says instead how many images each group needs
            for a gap to be found; all but the gap may be left out.
            """)

    @Argument(
        help: "The script, - for standard input; or `gap` and a question.", completion: .scripts)
    var words: [String]

    @OptionGroup var definition: DefinitionOption
    @OptionGroup var machine: MachineOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if words.count > 1, words[0] != "gap" {
            throw ValidationError("`plan` takes one script, or `gap` and a question")
        }
    }

    func run() async throws {
        guard words.count == 1 else {
            return try output.commands.plan(gap: Array(words.dropFirst()), writesJSON: output.json).leave()
        }
        let status = await output.commands.plan(
            words[0], definitions: definition.definitions, options: machine.runOptions(output),
            models: EmbeddedModels(), writesJSON: output.json)
        try status.leave()
    }
}
