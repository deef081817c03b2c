import Statistics

/// A test of all groups of a section at once: equal rates, or a trend over ordered groups.
package struct ReportAssociation: Sendable {
    /// The quantity, a proportion.
    package let metric: GroupMetric
    /// What was tested, and how.
    package var test: ReportTest
    /// Degrees of freedom, for chi-squared.
    package let degrees: Int?
    /// Whether an expected count is below 5, so that the p-value is rough.
    package let isRough: Bool
}
