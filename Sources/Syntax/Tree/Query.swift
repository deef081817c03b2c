import Diagnostics

/// A metric as a value: `dp by age of a.MelaNet`.
package struct Query: Sendable, Hashable {
    /// The metric.
    package let metric: MetricCall
    /// The grouping behind `by`.
    package let group: GroupSyntax?
    /// The subject behind `of`.
    package let subject: NamePath?
}
