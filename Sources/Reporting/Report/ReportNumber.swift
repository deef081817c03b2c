import Statistics

/// One number with everything that must travel with it (spec/metrics.md, section 10).
package struct ReportNumber: Sendable {
    /// The metric's name in scripts, such as `accuracy`, `dp` or `max(accuracy)`.
    package var metric: String
    /// The classifier it judges.
    package var classifier: String
    /// The cohort or data set it was measured on.
    package var cohort: String
    /// The grouping, such as `sex*age`; nil for a number on everybody.
    package var grouping: String?
    /// The group's key; nil for everybody and for a comparison of groups.
    package var group: String?
    /// The number, or why there is none.
    package var value: Quantity
    /// Rows it rests on.
    package var n: Int
    /// Positive rows among them.
    package var positives: Int
    /// Negative rows among them.
    package var negatives: Int
    /// The sum of the rows' weights, for a value of weighted rows.
    package var weight: Double?
    /// What its interval and test take as independent: `image`, or what makes a cluster, such as `patient_id`.
    package var unit = ReportNumber.image
    /// How many clusters the rows come in; nil where each is independent.
    package var clusters: Int?
    /// Its interval, where it has one.
    package var interval: Interval?
    /// Why there is none, where one was wanted.
    package var intervalReason: Undefined?
    /// The test of it, where it has one.
    package var test: ReportTest?
    /// Why there is none, where weights stand against it.
    package var testReason: Undefined?
    /// What it would be on average if all groups were equal, where that is known.
    package var expectedUnderNull: Double?
    /// What it would stay below in 95 of 100 repetitions if all groups were equal, where that is known.
    package var nullQuantile95: Double?
    /// The threshold of the decisions, where they were made from scores.
    package var threshold: Double?
    /// Whether more of it is better.
    package var direction: Direction
    /// The hash of the images, in hex.
    package var cohortHash: String
    /// The hash of the classifier, in hex.
    package var modelHash: String?

    /// The unit of rows that are all independent.
    package static let image = "image"

    /// Takes an interval, or the reason why there is none.
    package mutating func take(_ outcome: IntervalOutcome) {
        interval = outcome.interval
        intervalReason = outcome.reason
    }

    /// Takes the bounds of a gap, or the reason why there are none.
    package mutating func take(_ outcome: BoundsOutcome) {
        interval = outcome.bounds?.interval
        intervalReason = outcome.reason
    }
}
