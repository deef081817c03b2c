/// What rows must contain for a metric to be defined, checked before anything runs.
package struct MetricNeeds: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    /// The needs whose bits are set.
    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// At least one row of the positive class in each group.
    package static let positives = MetricNeeds(rawValue: 1)
    /// At least one row of the negative class in each group.
    package static let negatives = MetricNeeds(rawValue: 2)
    /// Scores, not only decisions.
    package static let scores = MetricNeeds(rawValue: 4)
    /// At least two groups.
    package static let groups = MetricNeeds(rawValue: 8)
}
