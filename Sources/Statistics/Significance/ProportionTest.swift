/// Tests of the difference of two independent proportions (spec/metrics.md, 5.5).
package enum ProportionTest {
    /// The z test with the pooled variance; z is 0 where none or all succeed. Nil without trials.
    package static func pooledZ(_ first: Proportion, _ second: Proportion) -> TestResult? {
        guard let p1 = first.rate, let p2 = second.rate else { return nil }
        let (n1, n2) = (Double(first.trials), Double(second.trials))
        let pooled = Double(first.successes + second.successes) / (n1 + n2)
        let error = (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
        let z = error > 0 ? (p1 - p2) / error : 0
        return TestResult(statistic: z, p: NormalDistribution.twoSided(z))
    }

    /// Fisher's exact test, two-sided: the sum of all tables that are no more likely than the observed one.
    ///
    /// The statistic is the difference of the rates. Nil without trials.
    package static func fisher(_ first: Proportion, _ second: Proportion) -> TestResult? {
        guard let p1 = first.rate, let p2 = second.rate else { return nil }
        let masses = HypergeometricMasses(
            draws: first.trials, successes: first.successes + second.successes,
            population: first.trials + second.trials)
        let observed = masses.mass(of: first.successes) * (1 + 1e-9)
        let p = masses.masses.filter { $0 <= observed }.compensatedSum()
        return TestResult(statistic: p1 - p2, p: min(1, p))
    }
}
