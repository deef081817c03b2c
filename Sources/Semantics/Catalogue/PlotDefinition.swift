/// A kind of plot.
public struct PlotDefinition: Sendable, Hashable {
    /// Its name in scripts.
    public let name: String
    /// What it shows, in one line.
    public let title: String
    /// Its options.
    public let options: [OptionDefinition]
}
