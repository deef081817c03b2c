import ArgumentParser

/// The command line of Dermaudit.
@main
struct Dermaudit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dermaudit",
        abstract: "Audit how equally a skin-lesion classifier works for everyone.",
        version: "0.1.0",
        subcommands: [PhantomCommand.self])
}
