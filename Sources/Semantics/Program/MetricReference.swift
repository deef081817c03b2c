import Diagnostics

/// A metric that a report or a gate asks for.
public struct MetricReference: Sendable, Hashable {
    /// What is taken over the groups of a grouping.
    public enum Aggregate: String, Sendable, Hashable {
        /// The metric itself: one value a group, or the gap that it is.
        case none
        /// The largest of the groups' values.
        case max
        /// The smallest of the groups' values.
        case min
        /// The mean of the groups' values.
        case mean
        /// Largest minus smallest.
        case difference
        /// Smallest over largest.
        case ratio
    }

    /// The metric's canonical name in the catalogue.
    public let metric: String
    /// What is taken over the groups.
    public let aggregate: Aggregate
    /// Where it is written.
    public let span: SourceSpan
}
