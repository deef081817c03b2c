/// A source of a data set.
public struct DatasetDefinition: Sendable, Hashable {
    /// Its name in scripts.
    public let name: String
    /// What it is, in one line.
    public let title: String
    /// Its options.
    public let options: [OptionDefinition]
}
