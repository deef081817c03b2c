/// A kind of plot.
public struct PlotDefinition: Sendable, Hashable {
    /// The metrics that a plot of results takes.
    public enum Metrics: Sendable, Hashable {
        /// None: the kind says what is shown.
        case none
        /// Metrics with one value a group.
        case quantities
        /// Metrics that compare groups.
        case gaps
    }

    /// What is drawn.
    public enum Content: Sendable, Hashable {
        /// Images of a cohort, in rows and columns.
        case images
        /// Results of audits: `implied` stands where no metric is written, and each group crosses so many attributes.
        case results(Metrics, implied: String, factors: ClosedRange<Int>)
    }

    /// Its name in scripts.
    public let name: String
    /// What it shows, in one line.
    public let title: String
    /// What is drawn.
    public let content: Content
    /// The options beside those of a report, which plots of results take as well.
    public let options: [OptionDefinition]

    /// Describes a kind of plot.
    init(name: String, title: String, content: Content, options: [OptionDefinition] = []) {
        self.name = name
        self.title = title
        self.content = content
        self.options = options
    }
}
