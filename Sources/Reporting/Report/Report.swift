import Statistics

/// Everything a report says, before any layout: all renderers read this value and nothing else.
package struct Report: Sendable {
    /// What the numbers came from.
    package let provenance: ReportProvenance
    /// The metrics that were asked for, in the order of the statement.
    package let metrics: [MetricRequest]
    /// The level of the intervals, such as 0.95.
    package let level: Double
    /// The correction of tests for their number, where one was asked for.
    package let correction: TestCorrection?
    /// One section for each classifier and grouping: classifiers slowest; none for `compare`.
    package let sections: [ReportSection]
    /// One row for each number that `compare` sets side by side; none for `report`.
    package let differences: [ReportDifference]
    /// Remarks on the whole report; those on one section stand there.
    package let notes: [ReportNote]
}
