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
    /// The resamples behind it, where it was drawn at random.
    package let draws: Int?
    /// The seed of those resamples.
    package let seed: UInt64?

    /// An interval from its bounds.
    package init(
        low: Double, high: Double, level: Double, method: String, draws: Int? = nil, seed: UInt64? = nil
    ) {
        self.low = low
        self.high = high
        self.level = level
        self.method = method
        self.draws = draws
        self.seed = seed
    }

    /// The least interval that holds both this one and a value.
    func holding(_ value: Double) -> Interval {
        Interval(
            low: min(low, value), high: max(high, value), level: level, method: method, draws: draws,
            seed: seed)
    }

    /// The interval of `factor` times the quantity, `factor` at least 0.
    func scaled(by factor: Double, method: String? = nil) -> Interval {
        Interval(
            low: factor * low, high: factor * high, level: level, method: method ?? self.method, draws: draws,
            seed: seed)
    }
}
