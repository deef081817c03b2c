/// All pairs of groups compared in one quantity, with p-values corrected for the whole family (spec/metrics.md, 5.5).
package struct Pairs: Sendable, Hashable {
    /// The pairs of groups that have a value, in the order of the groups.
    package private(set) var pairs: [GroupPair]
    /// The indices of the groups without a value, which take no part.
    package let groupsUndefined: [Int]
    /// How each pair was tested.
    package let test: PairTest
    /// Whether rows came in clusters, which were then exchanged or counted whole.
    package let isClustered: Bool
    /// How p-values were corrected.
    package private(set) var correction: TestCorrection
    /// How many tests they were corrected for; tests without a p-value do not count.
    package private(set) var familySize: Int

    /// The most rows times draws of all pairs together: beyond it fewer draws are made, at least 199 a pair.
    private static let budget = 400_000_000

    /// - Parameters:
    ///   - test: one that fits the quantity; by default Fisher's, DeLong's for areas, permutation for the rest.
    ///   - options: level, methods, draws and seed of the intervals; permutations use the same draws and seed.
    package init(
        _ metric: GroupMetric, of groups: [Sample], test: PairTest? = nil,
        correction: TestCorrection = .holm, options: IntervalOptions = IntervalOptions()
    ) {
        let preferred = PairTest.preferred(for: metric)
        let test = test.flatMap { $0.fits(metric) ? $0 : nil } ?? preferred
        let used = groups.indices.filter { groups[$0].quantity(metric).value != nil }
        let difference = PairDifference(
            metric, groups, used: used, test: test, options: options, budget: Self.budget)
        var pairs: [GroupPair] = []
        for first in used {
            for second in used where second > first { pairs.append(difference.pair(first, second)) }
        }
        self.pairs = pairs
        self.test = test
        isClustered = groups.areClustered
        self.correction = correction
        groupsUndefined = groups.indices.filter { groups[$0].quantity(metric).value == nil }
        familySize = 0
        correct(by: correction)
    }

    /// The p-values of the pairs that have one.
    package var pValues: [Double] { pairs.compactMap { $0.test?.p } }

    /// Corrects the p-values anew, together with those of the other tests that the script asked for.
    package mutating func correct(by correction: TestCorrection, alongside others: [Double] = []) {
        let own = pValues
        var adjusted = correction.adjust(own + others).prefix(own.count)
        self.correction = correction
        familySize = own.count + others.count
        for index in pairs.indices where pairs[index].test != nil {
            pairs[index].adjustedP = adjusted.popFirst()
        }
    }
}
