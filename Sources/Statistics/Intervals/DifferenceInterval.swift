/// Intervals of the difference of two independent proportions.
package enum DifferenceInterval {
    /// Newcombe 1998, method 10: from the two Wilson intervals; nil where a proportion has no trials.
    ///
    /// Valid for two groups named before looking at the data, not for the best and the worst of many.
    package static func newcombe(_ first: Proportion, _ second: Proportion, level: Double = 0.95) -> Interval?
    {
        guard let p1 = first.rate, let p2 = second.rate,
            let one = ProportionInterval.wilson(first, level: level),
            let two = ProportionInterval.wilson(second, level: level)
        else { return nil }
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let difference = p1 - p2
        return Interval(
            low: difference - length(p1 - one.low, two.high - p2),
            high: difference + length(one.high - p1, p2 - two.low), level: level, method: "newcombe")
    }
}
