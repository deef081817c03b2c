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
        /// The worst of the groups' values: the smallest where more is better, else the largest.
        case worst
        /// The name of the group with the largest value; of several the first.
        case argmax
        /// The name of the group with the smallest value; of several the first.
        case argmin

        /// The largest less the smallest of the groups' values.
        case difference
        /// The smallest over the largest of the groups' values.
        case ratio

        /// Whether it says how far the groups lie apart.
        public var isComparison: Bool { self == .difference || self == .ratio }

        /// Whether it is the name of a group, not a number.
        public var isGroupName: Bool { self == .argmax || self == .argmin }
    }

    /// The metric's canonical name in the catalogue.
    public let metric: String
    /// What is taken over the groups.
    public let aggregate: Aggregate
    /// The parameter in its parentheses, as in `generalized_entropy(alpha: 1)`; nil where none is written.
    public var parameter: Double?
    /// Where it is written.
    public let span: SourceSpan

    init(metric: String, aggregate: Aggregate, parameter: Double? = nil, span: SourceSpan) {
        self.metric = metric
        self.aggregate = aggregate
        self.parameter = parameter
        self.span = span
    }
}
