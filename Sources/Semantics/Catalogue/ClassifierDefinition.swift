/// A classifier of the zoo.
public struct ClassifierDefinition: Sendable, Hashable {
    /// Its name in scripts and reports.
    public let name: String
    /// What it is, in one line.
    public let title: String
    /// The options of `classifier NAME = ... with`.
    public let options: [OptionDefinition]
}
