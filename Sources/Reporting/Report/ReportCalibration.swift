import Statistics

/// The threshold that a rule chose for a classifier on data of its own.
package struct ReportCalibration: Sendable, Hashable {
    /// The rule.
    package let rule: DecisionThreshold
    /// The score that it chose.
    package let threshold: Double
    /// The cohort or data set that it chose it on.
    package let name: String
    /// How many cases that has.
    package let cases: Int

    /// A threshold and where it comes from.
    package init(rule: DecisionThreshold, threshold: Double, name: String, cases: Int) {
        (self.rule, self.threshold, self.name, self.cases) = (rule, threshold, name, cases)
    }
}
