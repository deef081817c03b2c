import ArgumentParser
import Semantics

/// Values for `let`s of a script.
struct DefinitionOption: ParsableArguments {
    @Option(
        name: .customShort("D", allowingJoined: true),
        help: ArgumentHelp("Give the script's `let` of this name another value.", valueName: "name=value"))
    var definitions: [Definition] = []
}

extension Definition: ExpressibleByArgument {
    /// Reads `name=value`.
    public init?(argument: String) {
        self.init(parsing: argument)
    }
}
