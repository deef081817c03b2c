/// How often the test of max - min finds a true difference of several groups, by simulation (spec/metrics.md, 7).
///
/// Each draw makes binomial groups and compares their max - min with what equal groups at its pooled rate pass with a
/// chance of at most alpha; between the rates of a grid the larger of the two critical gaps counts.
package struct RangePower: Sendable, Hashable {
    /// The share of draws in which the gap was found.
    package let power: Double
    /// The standard error of `power` that comes from simulating.
    package let standardError: Double
    /// How many draws were made.
    package let draws: Int
    /// The seed of the draws.
    package let seed: UInt64

    /// The power for groups with these true rates and trials; nil with fewer than two groups that have trials.
    ///
    /// - Parameters:
    ///   - rates: one for each group, in 0...1.
    ///   - trials: one for each group.
    package init?(rates: [Double], trials: [Int], alpha: Double = 0.05, draws: Int = 4_000, seed: UInt64 = 0)
    {
        precondition(rates.count == trials.count, "one number of trials for each rate")
        let total = trials.reduce(0, +)
        guard trials.count(where: { $0 > 0 }) >= 2, draws > 0 else { return nil }
        let mean = zip(rates, trials).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(total)
        let critical = CriticalGaps(trials: trials, around: mean, alpha: alpha)
        var source = RandomSource(seed: seed)
        var found = 0
        for _ in 0..<draws {
            let counts = rates.indices.map { source.binomial(trials[$0], rates[$0]) }
            let drawn = rates.indices.filter { trials[$0] > 0 }.map {
                Double(counts[$0]) / Double(trials[$0])
            }
            let gap = (drawn.max() ?? 0) - (drawn.min() ?? 0)
            if gap > critical.gap(at: Double(counts.reduce(0, +)) / Double(total)) + 1e-9 { found += 1 }
        }
        let share = Double(found) / Double(draws)
        power = share
        standardError = (share * (1 - share) / Double(draws)).squareRoot()
        self.draws = draws
        self.seed = seed
    }

    /// The trials that each of `groups` groups needs for a gap to be found with chance `power`.
    ///
    /// The hardest case is planned for: one group half the gap above `rate`, one half the gap below, all others at it.
    ///
    /// - Returns: nil where a rate would leave 0...1, or where more than ten million trials a group would be needed.
    package static func trials(
        groups: Int, rate: Double, gap: Double, power: Double = 0.8, alpha: Double = 0.05, draws: Int = 4_000,
        seed: UInt64 = 0
    ) -> Int? {
        let (low, high) = (rate - gap / 2, rate + gap / 2)
        guard groups >= 2, gap > 0, low >= 0, high <= 1 else { return nil }
        let rates = [low, high] + Array(repeating: rate, count: groups - 2)
        func suffices(_ trials: Int) -> Bool {
            let found = RangePower(
                rates: rates, trials: Array(repeating: trials, count: groups), alpha: alpha, draws: draws,
                seed: seed)
            return (found?.power ?? 0) >= power
        }
        var few = 1
        var enough = max(2, Int(SampleSize(low, high, alpha: alpha, power: power).pooled))
        while !suffices(enough) {
            guard enough < 10_000_000 else { return nil }
            (few, enough) = (enough, enough + enough / 2)
        }
        while enough - few > max(1, enough / 200) {
            let middle = (few + enough) / 2
            if suffices(middle) { enough = middle } else { few = middle }
        }
        return enough
    }
}
