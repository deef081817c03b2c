import Statistics

/// The rates of the cells of a crossing, drawn toward their mean as much as their noise asks for
/// (spec/metrics.md, section 6).
package struct ReportShrinkage: Sendable {
    /// The quantity, a proportion.
    package let metric: GroupMetric
    /// The shrunken rate of each row of the section, with its interval given the prior where there is one.
    package let numbers: [ReportNumber]
    /// Max-min of the shrunken rates; for accuracy `dp shrunk`.
    package let gap: Quantity
    /// The shapes of the prior, or nil where the cells vary no more than chance: then all get the mean.
    package let prior: EmpiricalBayes.Prior?
    /// The rows that the prior weighs as much as; nil where the cells vary no more than chance.
    package let precision: Double?
    /// How the prior was found.
    package let method: EmpiricalBayes.Method
    /// Keys of the cells without rows, which get their prior's mean.
    package let withoutData: [String]
}
