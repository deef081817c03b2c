/// The rows of several groups, between which the groups' labels can be exchanged.
///
/// Quantities of counts are dealt out as counts: exchanged labels make them multivariate hypergeometric, exactly.
struct ExchangeableRows {
    private let gap: GapMetric
    /// The outcomes of each group as they are now.
    private var groups: [Sample]
    /// All rows sorted as a sample has them; nil where counts are enough.
    private let everybody: Sample?
    /// The group of each row of `everybody`; what is shuffled.
    private var owners: [Int32]

    /// The number of rows.
    let count: Int

    /// The rows of some groups, as the gap's quantities need them.
    init(_ groups: [Sample], gap: GapMetric) {
        self.gap = gap
        self.groups = groups
        count = groups.reduce(0) { $0 + $1.counts.total }
        let needsRows =
            gap.quantities.contains { $0.needs.contains(.scores) } && groups.allSatisfy { $0.scores != nil }
        guard needsRows else {
            everybody = nil
            owners = []
            return
        }
        let origins = groups.enumerated().flatMap { place, group in
            Array(repeating: Int32(truncatingIfNeeded: place), count: group.labels.count)
        }
        let pooled = PooledSample(groups)
        everybody = pooled.sample
        owners = pooled.origins.map { origins[Int($0)] }
    }

    /// Exchanges the groups' labels at random, for equalized odds within each class.
    mutating func exchange(_ source: inout RandomSource) {
        if let everybody {
            source.shuffle(&owners, in: owners.indices)
            groups = everybody.parts(owners, count: groups.count)
        } else if gap.quantities.count > 1 {
            exchangeWithinClasses(&source)
        } else {
            exchangeCounts(&source)
        }
    }

    /// The gap between the groups as they are now.
    var value: Quantity {
        gap.value(of: gap.quantities.map { metric in Disparity(groups.map { $0.quantity(metric) }) })
    }

    private mutating func exchangeCounts(_ source: inout RandomSource) {
        var rest = groups.reduce(Confusion()) { $0 + $1.counts }
        for group in groups.indices {
            var size = groups[group].counts.total
            func dealt(_ kind: Int, _ population: Int) -> Int {
                let found = source.hypergeometric(draws: size, successes: kind, population: population)
                size -= found
                return found
            }
            var others = rest.total
            let tp = dealt(rest.truePositives, others)
            others -= rest.truePositives
            let fp = dealt(rest.falsePositives, others)
            others -= rest.falsePositives
            let tn = dealt(rest.trueNegatives, others)
            let drawn = Confusion(tp: tp, fp: fp, tn: tn, fn: size)
            groups[group] = Sample(counts: drawn)
            rest = rest - drawn
        }
    }

    private mutating func exchangeWithinClasses(_ source: inout RandomSource) {
        var rest = groups.reduce(Confusion()) { $0 + $1.counts }
        for group in groups.indices {
            let (positives, negatives) = (groups[group].counts.positives, groups[group].counts.negatives)
            let hits = source.hypergeometric(
                draws: positives, successes: rest.truePositives, population: rest.positives)
            let alarms = source.hypergeometric(
                draws: negatives, successes: rest.falsePositives, population: rest.negatives)
            let drawn = Confusion(tp: hits, fp: alarms, tn: negatives - alarms, fn: positives - hits)
            groups[group] = Sample(counts: drawn)
            rest = rest - drawn
        }
    }
}
