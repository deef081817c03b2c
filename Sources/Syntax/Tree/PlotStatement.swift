/// `plot grid of main rows fst*sex columns age to "figure2.png" with pick 1`.
package struct PlotStatement: Sendable, Hashable {
    /// The kind of figure.
    package let kind: Name
    /// The metrics shown.
    package let metrics: [MetricCall]
    /// The clauses in order.
    package let clauses: [PlotClause]
}
