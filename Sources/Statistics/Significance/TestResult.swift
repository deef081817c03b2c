/// A statistic with its two-sided p-value.
package struct TestResult: Sendable, Hashable {
    /// The statistic: z, chi-squared, or the observed difference.
    package let statistic: Double
    /// The p-value in 0...1.
    package let p: Double
}
