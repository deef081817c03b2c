/// A confidence interval and how it was made.
package struct Interval: Sendable, Hashable {
    /// The lower bound.
    package let low: Double
    /// The upper bound.
    package let high: Double
    /// The nominal coverage, such as 0.95.
    package let level: Double
    /// The method's name in reports, such as `wilson`.
    package let method: String

    /// An interval from its bounds.
    package init(low: Double, high: Double, level: Double, method: String) {
        self.low = low
        self.high = high
        self.level = level
        self.method = method
    }
}
