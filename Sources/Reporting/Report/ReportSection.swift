import Statistics

/// The numbers of one classifier under one grouping.
package struct ReportSection: Sendable {
    /// The classifier's name.
    package let classifier: String
    /// The cohort's or data set's name.
    package let cohort: String
    /// The grouping.
    package let grouping: Grouping
    /// The quantities that stand in the columns of the table.
    package let columns: [GroupMetric]
    /// One row for each declared group, empty ones included.
    package let rows: [ReportRow]
    /// Everybody with an outcome, also rows without the grouping's attributes.
    package let overall: ReportRow
    /// The gaps and extremes that were asked for, and those that must stand beside them.
    package var comparisons: [ReportComparison]
    /// Tests of all groups at once.
    package let associations: [ReportAssociation]
    /// Signed differences of each group from the reference; none without one.
    package var references: [ReportPair]
    /// All pairs of groups, where a correction was asked for.
    package var pairs: [ReportPair]
    /// The shrunken rates of a crossing, one for each column that is a proportion; none for single attributes.
    package let shrinkage: [ReportShrinkage]
    /// The rows behind each group, for curves, which are computed only where something draws them.
    package let samples: [Sample]
    /// Remarks on this section.
    package let notes: [ReportNote]
}
