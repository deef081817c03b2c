import Diagnostics

/// A comparison of outcomes: `compare a.X vs a.Y of accuracy, dp by sex`.
public struct CompareDescription: Sendable, Hashable {
    /// Its name for `export`: `_1`, `_2`...
    public let name: String
    /// The outcomes; each later one is compared with the first.
    public let sides: [OutcomeSource]
    /// The metrics, in order.
    public let metrics: [MetricReference]
    /// The groupings, in order; one without factors where the script names none.
    public let groupings: [Grouping]
    /// The options, with defaults: `ci`, `test`, `correct`, `excluding`, `threshold`.
    public let options: ResolvedOptions
    /// Where it is written.
    public let span: SourceSpan
}
