import Statistics

/// The signed difference of one quantity between two groups, or between a group and everybody.
package struct ReportPair: Sendable {
    /// The quantity.
    package let metric: GroupMetric
    /// The key of the first group.
    package let first: String
    /// The key of the second group, or `overall`.
    package let second: String
    /// The first value minus the second, with its interval and test.
    package var number: ReportNumber
}
