/// `compare a.X vs a.Y of metrics by groups with options`.
package struct CompareStatement: Sendable, Hashable {
    /// The sides, two at least; each later one is compared with the first.
    package let sides: [NamePath]
    /// The metrics in order.
    package let metrics: [MetricCall]
    /// The groupings in order; empty without `by`.
    package let groups: [GroupSyntax]
    /// The options.
    package let options: [OptionSyntax]
}
