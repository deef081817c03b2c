import ArgumentParser

/// Renders and measures phantom images: the first step of the recipes in `stdlib/models/phantom/train`.
struct PhantomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phantom",
        abstract: "Render drawn lesions with known truth, or measure images.",
        shouldDisplay: false,
        subcommands: [PhantomRenderCommand.self, PhantomMeasureCommand.self])
}
