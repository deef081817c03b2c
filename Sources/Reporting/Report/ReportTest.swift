import Statistics

/// A test of one number, as a report states it.
package struct ReportTest: Sendable, Hashable {
    /// What is tested, such as `no difference between groups`.
    package let name: String
    /// How, such as `exact permutation of max-min`.
    package let method: String
    /// The statistic.
    package let statistic: Double
    /// The p-value in 0...1.
    package let p: Double
    /// The p-value corrected for the whole family of tests in the report; nil where no correction was asked for.
    package var adjustedP: Double?
    /// How many tests the report holds.
    package var familySize = 1
    /// How the p-value was drawn, where it was not computed exactly.
    package var sampling: Sampling?

    /// The random draws behind a p-value.
    package struct Sampling: Sendable, Hashable {
        /// The generator's name and version.
        package let generator: String
        /// The seed.
        package let seed: UInt64
        /// How many draws.
        package let draws: Int
        /// The standard error of the p-value.
        package let standardError: Double
    }
}
