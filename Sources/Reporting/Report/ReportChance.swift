import Statistics

/// How far apart equal groups of a section's sizes lie by chance alone, in one quantity (spec/metrics.md, 5.2).
package struct ReportChance: Sendable, Hashable {
    /// The quantity, a proportion.
    package let metric: GroupMetric
    /// The mean of max-min.
    package let expected: Double
    /// What 95 of 100 such max-min stay below.
    package let quantile95: Double
}
