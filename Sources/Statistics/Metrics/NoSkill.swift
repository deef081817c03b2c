/// The accuracy that needs no skill, and whether all groups stay below it (spec/metrics.md, "Floor warning").
package struct NoSkill: Sendable, Hashable {
    /// The accuracy of always calling the commoner class; 1/2 where there is only one class.
    package let level: Double
    /// Whether a small gap would say nothing, because every group does badly.
    package let isUniformlyPoor: Bool

    /// The warning for the groups of a grouping, whose rows may come in clusters.
    package init(_ groups: [Sample], interval: ProportionInterval, level coverage: Double) {
        var options = IntervalOptions()
        (options.proportion, options.level) = (interval, coverage)
        let filled = groups.filter { $0.counts.total > 0 }
        self.init(
            filled.map(\.counts),
            highest: filled.map {
                GroupInterval.of(.accuracy, in: $0, options: options).interval?.high ?? 1
            })
    }

    /// The warning for the groups of a grouping.
    ///
    /// - Parameters:
    ///   - groups: their counts; empty ones are left out.
    ///   - interval: the method of the intervals that may all lie below the level.
    package init(_ groups: [Confusion], interval: ProportionInterval = .wilson, level coverage: Double = 0.95)
    {
        let filled = groups.filter { $0.total > 0 }
        self.init(
            filled,
            highest: filled.map {
                interval(Proportion($0.correct, of: $0.total), level: coverage)?.high ?? 1
            })
    }

    /// - Parameter highest: the upper bound of each group's accuracy; no group is empty.
    private init(_ groups: [Confusion], highest: [Double]) {
        let all = groups.reduce(Confusion(), +)
        let base = all.total == 0 ? 0 : Double(all.positives) / Double(all.total)
        level = all.positives == 0 || all.negatives == 0 ? 0.5 : max(base, 1 - base)
        let floor = level
        let best = groups.map { Double($0.correct) / Double($0.total) }.max()
        let allBelow = highest.allSatisfy { $0 < floor }
        isUniformlyPoor = best.map { $0 < floor || allBelow } ?? false
    }
}
