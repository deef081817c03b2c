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
    /// How far apart equal groups would lie by chance, for each column that is a proportion.
    package let chance: [ReportChance]
    /// Tests of all groups at once.
    package let associations: [ReportAssociation]
    /// Signed differences of each group from the reference; none without one.
    package var references: [ReportPair]
    /// All pairs of groups, where a correction was asked for.
    package var pairs: [ReportPair]
    /// The shrunken rates of a crossing, one for each column that is a proportion; none for single attributes.
    package let shrinkage: [ReportShrinkage]
    /// ROC and calibration curves of the groups, where the columns ask for them.
    package let curves: ReportCurves
    /// Remarks on this section.
    package let notes: [ReportNote]
}
