import Diagnostics

/// A report: metrics, by groupings, of outcomes.
public struct ReportDescription: Sendable, Hashable {
    /// Its name for `export`: `_1`, `_2`...
    public let name: String
    /// The metrics, in order.
    public let metrics: [MetricReference]
    /// The groupings, in order; one without factors where the script names none.
    public let groupings: [Grouping]
    /// The outcomes, in order.
    public let outcomes: [OutcomeSource]
    /// The options, with defaults: `ci`, `test`, `correct`, `min_n`, `excluding`, `seed`.
    public let options: ResolvedOptions
    /// The attributes that tests of gaps are adjusted for; without factors for none.
    public let strata: Grouping
    /// Where it is written.
    public let span: SourceSpan
}
