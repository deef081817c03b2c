import Diagnostics

/// A metric as a value: `dp by age of a.MelaNet`, `lower(recall of a.MelaNet, 95%)`.
public struct MetricQuery: Sendable, Hashable {
    /// Which end of an interval is meant.
    public enum Bound: Sendable, Hashable {
        /// The estimate itself.
        case estimate
        /// The lower end of the interval at this level.
        case lower(level: Double)
        /// The upper end of the interval at this level.
        case upper(level: Double)
    }

    /// The metric, with what is taken over the groups.
    public let metric: MetricReference
    /// The grouping; without factors for all rows in one group.
    public let grouping: Grouping
    /// The outcomes.
    public let outcome: OutcomeSource
    /// Which number of the estimate is meant.
    public let bound: Bound
    /// Where it is written.
    public private(set) var span: SourceSpan

    /// The same, written elsewhere.
    func moved(to span: SourceSpan) -> MetricQuery {
        var other = self
        other.span = span
        return other
    }
}
