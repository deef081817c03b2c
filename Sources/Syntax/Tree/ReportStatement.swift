/// `report metrics by groups of subjects with options`.
package struct ReportStatement: Sendable, Hashable {
    /// The metrics in order.
    package let metrics: [MetricCall]
    /// The groupings in order; empty without `by`.
    package let groups: [GroupSyntax]
    /// The subjects in order; empty for the last audit.
    package let subjects: [NamePath]
    /// The options.
    package let options: [OptionSyntax]
}
