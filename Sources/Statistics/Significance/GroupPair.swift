/// Two groups compared in one quantity.
package struct GroupPair: Sendable, Hashable {
    /// The index of the first group.
    package let first: Int
    /// The index of the second group.
    package let second: Int
    /// The first group's quantity minus the second's.
    package let difference: Double
    /// The interval of the difference, for two groups named before looking at the data.
    package let interval: IntervalOutcome
    /// The test of no difference; nil where it is undefined, as DeLong's without variance.
    package let test: TestResult?
    /// The p-value corrected for the whole family; nil without a test.
    package var adjustedP: Double?
}
