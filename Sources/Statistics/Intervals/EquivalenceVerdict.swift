/// The outcome of a claim that groups lie within a margin of each other (spec/metrics.md, 5.7).
package enum EquivalenceVerdict: String, Sendable, Hashable, CaseIterable {
    /// Even the upper bound of the gap is below the margin.
    case pass
    /// Even the lower bound of the gap is not below the margin.
    case fail
    /// The data do not say.
    case inconclusive

    /// The verdict on `gap < margin` for a gap whose bounds are given.
    package init(_ bounds: Interval, within margin: Double) {
        if bounds.high < margin {
            self = .pass
        } else if bounds.low >= margin {
            self = .fail
        } else {
            self = .inconclusive
        }
    }
}
