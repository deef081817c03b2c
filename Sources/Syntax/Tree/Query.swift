import Diagnostics

/// A metric as a value: `dp by age of a.MelaNet`.
package struct Query: Sendable, Hashable {
    /// The metric.
    package let metric: MetricCall
    /// The grouping behind `by`.
    package let group: GroupSyntax?
    /// The subject behind `of`.
    package let subject: NamePath?

    /// Asks for a metric's value.
    package init(metric: MetricCall, group: GroupSyntax?, subject: NamePath?) {
        self.metric = metric
        self.group = group
        self.subject = subject
    }
}
