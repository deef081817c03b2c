/// The rows of several groups, between which the groups' labels can be exchanged.
///
/// Quantities of counts are dealt out as counts: exchanged labels make them multivariate hypergeometric, exactly.
/// Labels change places within a stratum alone, so that whatever the strata hold fast explains no gap.
struct ExchangeableRows: GapExchange {
    private let gap: GapMetric
    /// The outcomes of each stratum's groups as they are now, `[stratum][group]`; counts alone after an exchange.
    private var strata: [[Sample]]
    /// All rows sorted as a sample has them; nil where counts are enough.
    private let everybody: Sample?
    /// The group of each row of `everybody`; what is shuffled.
    private var owners: [Int32]
    /// The rows of `everybody` in each stratum; empty where there is one.
    private let members: [[Int]]
    private let groupCount: Int

    /// The number of rows.
    let count: Int

    /// The rows of some groups, as the gap's quantities need them.
    init(_ groups: [Sample], gap: GapMetric) {
        self.init(strata: [groups], gap: gap)
    }

    /// The rows of the same groups in each stratum, `[stratum][group]`; a group may be empty in a stratum.
    init(strata: [[Sample]], gap: GapMetric) {
        self.gap = gap
        self.strata = strata
        let parts = strata.flatMap { $0 }
        groupCount = strata.first?.count ?? 0
        count = parts.reduce(0) { $0 + $1.counts.total }
        let needsRows =
            gap.quantities.contains { $0.needs.contains(.scores) } && parts.allSatisfy { $0.scores != nil }
        guard needsRows else {
            everybody = nil
            (owners, members) = ([], [])
            return
        }
        let origins = parts.enumerated().flatMap { place, part in
            Array(repeating: place, count: part.labels.count)
        }
        let pooled = PooledSample(parts)
        let places = pooled.origins.map { origins[Int($0)] }
        let groupCount = groupCount
        everybody = pooled.sample
        owners = places.map { Int32(truncatingIfNeeded: $0 % groupCount) }
        members =
            strata.count == 1
            ? []
            : strata.indices.map { stratum in places.indices.filter { places[$0] / groupCount == stratum } }
    }

    /// Exchanges the groups' labels at random within each stratum, for equalized odds within each class as well.
    mutating func exchange(_ source: inout RandomSource) {
        if let everybody {
            shuffleOwners(&source)
            strata = [everybody.parts(owners, count: groupCount)]
            return
        }
        for stratum in strata.indices {
            if gap.quantities.count > 1 {
                Self.exchangeWithinClasses(&strata[stratum], &source)
            } else {
                Self.exchangeCounts(&strata[stratum], &source)
            }
        }
    }

    /// The gap between the groups as they are now.
    var value: Quantity {
        guard strata.count > 1 else { return gap.value(in: strata.first ?? []) }
        if everybody != nil { return gap.value(in: rows) }
        return gap.value(
            in: (0..<groupCount).map { group in
                Sample(counts: strata.reduce(Confusion()) { $0 + $1[group].counts })
            })
    }

    /// The rows of each group over all strata.
    private var rows: [Sample] {
        everybody?.parts(owners, count: groupCount) ?? []
    }

    private mutating func shuffleOwners(_ source: inout RandomSource) {
        guard !members.isEmpty else { return source.shuffle(&owners, in: owners.indices) }
        for rows in members {
            var dealt = rows.map { owners[$0] }
            source.shuffle(&dealt, in: dealt.indices)
            for (row, owner) in zip(rows, dealt) { owners[row] = owner }
        }
    }

    private static func exchangeCounts(_ groups: inout [Sample], _ source: inout RandomSource) {
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

    private static func exchangeWithinClasses(_ groups: inout [Sample], _ source: inout RandomSource) {
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
