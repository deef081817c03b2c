import Statistics

/// One number of two classifiers, or of one on two cohorts, side by side: a row of `compare`.
package struct ReportDifference: Sendable {
    /// What was asked for.
    package let request: MetricRequest
    /// The metric's name with what it stands for.
    package let title: String
    /// The first side, from which the second is taken.
    package let first: Side
    /// The second side.
    package let second: Side
    /// The first value minus the second, with its interval and test; `grouping` and `group` say of whom.
    package var number: ReportNumber
    /// Whether both sides judged the same images, so that the test is a paired one.
    package let isPaired: Bool
    /// How it was compared, in words: `paired on 1,200 images: McNemar, exact`.
    package let method: String

    /// One side of a comparison.
    package struct Side: Sendable, Hashable {
        /// The classifier's name.
        package let classifier: String
        /// The cohort's or data set's name.
        package let cohort: String
        /// The side's own value, or why there is none.
        package let value: Quantity
        /// Rows it rests on.
        package let n: Int
    }
}
