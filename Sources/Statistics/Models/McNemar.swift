/// The comparison of two classifiers' proportions on the same images (spec/metrics.md, 4 and 5.5).
package struct McNemar: Sendable, Hashable {
    /// Images that count as a success for both.
    package let both: Int
    /// Images that only the first classifier gets.
    package let onlyFirst: Int
    /// Images that only the second gets.
    package let onlySecond: Int
    /// Images that neither gets.
    package let neither: Int

    /// The four counts of one table.
    package init(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
        (self.both, self.onlyFirst, self.onlySecond, self.neither) = (both, onlyFirst, onlySecond, neither)
    }

    /// All images.
    package var total: Int { both + onlyFirst + onlySecond + neither }

    /// The first rate minus the second; nil without images.
    package var difference: Double? {
        total == 0 ? nil : Double(onlyFirst - onlySecond) / Double(total)
    }

    /// McNemar's exact test: among images that only one gets, each classifier is as likely. Nil without images.
    package var test: TestResult? {
        guard let difference else { return nil }
        let masses = BinomialMasses(trials: onlyFirst + onlySecond, probability: 0.5)
        let fewer = min(onlyFirst, onlySecond)
        let tail = (0...fewer).map { masses.mass(of: $0) }.compensatedSum()
        return TestResult(statistic: difference, p: min(1, 2 * tail))
    }

    /// The interval of the difference by Newcombe 1998 (Statistics in Medicine 17:2635), method 10; nil without images.
    ///
    /// The square-and-add rule on the two Wilson intervals, with the correlation phi of the two classifiers'
    /// successes, corrected for continuity where it is positive.
    package func interval(level: Double = 0.95) -> Interval? {
        let first = Proportion(both + onlyFirst, of: total)
        let second = Proportion(both + onlySecond, of: total)
        guard let p1 = first.rate, let p2 = second.rate,
            let one = ProportionInterval.wilson(first, level: level),
            let two = ProportionInterval.wilson(second, level: level)
        else { return nil }
        let phi = correlation
        func length(_ a: Double, _ b: Double) -> Double {
            max(0, a * a - 2 * phi * a * b + b * b).squareRoot()
        }
        let difference = p1 - p2
        return Interval(
            low: difference - length(p1 - one.low, two.high - p2),
            high: difference + length(one.high - p1, p2 - two.low), level: level, method: "newcombe paired")
    }

    private var correlation: Double {
        let margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither]
        let product = margins.reduce(1) { $0 * Double($1) }
        guard product > 0 else { return 0 }
        let determinant = Double(both) * Double(neither) - Double(onlyFirst) * Double(onlySecond)
        let corrected = determinant > 0 ? max(0, determinant - Double(total) / 2) : determinant
        return corrected / product.squareRoot()
    }
}
