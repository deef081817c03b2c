import Statistics

/// Everything a report says, before any layout: all renderers read this value and nothing else.
package struct Report: Sendable {
    /// What the numbers came from.
    package let provenance: ReportProvenance
    /// The metrics that were asked for, in the order of the statement.
    package let metrics: [MetricRequest]
    /// The level of the intervals, such as 0.95.
    package let level: Double
    /// One section for each classifier and grouping: classifiers slowest.
    package let sections: [ReportSection]
    /// Remarks on the whole report; those on one section stand there.
    package let notes: [ReportNote]
}
