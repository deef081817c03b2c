/// The rows of several groups, between which the groups' labels can be exchanged.
struct ExchangeableRows {
    private var labels: [Int8] = []
    private var decisions: [Int8] = []
    private var scores: [Double]?
    /// The group of each row; what is shuffled.
    private var owners: [Int32]
    /// The positions that are shuffled among themselves.
    private let strata: [Range<Int>]
    private let groupCount: Int
    private let needsRows: Bool

    /// The number of rows.
    var count: Int { labels.count }

    /// The rows of some groups, in the order that the gap's quantities need.
    init(_ groups: [Sample], gap: GapMetric) {
        let isWithinClass = gap.quantities.count > 1
        needsRows =
            gap.quantities.contains { $0.needs.contains(.scores) } && groups.allSatisfy { $0.scores != nil }
        groupCount = groups.count
        var rows: [(owner: Int32, label: Int8, decision: Int8, score: Double)] = []
        for (owner, group) in groups.enumerated() {
            for row in group.labels.indices {
                rows.append(
                    (Int32(clamping: owner), group.labels[row], group.decisions[row], group.scores?[row] ?? 0)
                )
            }
        }
        if isWithinClass {
            rows.sort { ($0.label, $0.owner, $0.decision) < ($1.label, $1.owner, $1.decision) }
        } else {
            rows.sort {
                ($0.score, $0.label, $0.decision, $0.owner) < ($1.score, $1.label, $1.decision, $1.owner)
            }
        }
        labels = rows.map(\.label)
        decisions = rows.map(\.decision)
        scores = needsRows ? rows.map(\.score) : nil
        owners = rows.map(\.owner)
        let firstPositive = labels.firstIndex(of: 1) ?? labels.count
        strata = isWithinClass ? [0..<firstPositive, firstPositive..<labels.count] : [0..<labels.count]
    }

    /// Exchanges the groups' labels at random.
    mutating func exchange(_ source: inout RandomSource) {
        for stratum in strata { source.shuffle(&owners, in: stratum) }
    }

    /// The gap between the groups as they are now.
    func gap(_ gap: GapMetric) -> Quantity {
        let samples = needsRows ? samplesOfRows() : samplesOfCounts()
        return gap.value(of: gap.quantities.map { metric in Disparity(samples.map { $0.quantity(metric) }) })
    }

    private func samplesOfCounts() -> [Sample] {
        var counts = [Confusion](repeating: Confusion(), count: groupCount)
        for row in owners.indices {
            counts[Int(owners[row])].add(label: labels[row], decision: decisions[row])
        }
        return counts.map(Sample.init(counts:))
    }

    private func samplesOfRows() -> [Sample] {
        var rows = [[Int]](repeating: [], count: groupCount)
        for row in owners.indices { rows[Int(owners[row])].append(row) }
        return rows.map { rows in
            Sample(
                labels: rows.map { labels[$0] }, decisions: rows.map { decisions[$0] },
                scores: scores.map { scores in rows.map { scores[$0] } })
        }
    }
}
