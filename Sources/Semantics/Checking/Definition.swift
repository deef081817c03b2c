/// A value for a `let` given on the command line: `-D n=100`.
public struct Definition: Sendable, Hashable {
    /// The name of the `let`.
    public let name: String
    /// Its value, as written.
    public let text: String

    /// Gives `name` the value that `text` denotes.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Reads `name=value`; nil without a name or an equals sign.
    public init?(parsing argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
        name = String(argument[..<equals])
        text = String(argument[argument.index(after: equals)...])
    }
}
