/// The values of a quantity without each row, or each cluster of rows, of a group in turn, for the acceleration of BCa.
struct Jackknife {
    /// The most rows for which a quantity without a closed form is computed anew for each row.
    static let limit = 4_000

    /// One value for each row, in the sample's order; nil where one is undefined, or beyond `limit`.
    static func values(_ metric: GroupMetric, of group: Sample) -> [Double]? {
        if group.clusters != nil { return withoutClusters(metric, group) }
        if !metric.needs.contains(.scores) { return ofCounts(metric, group) }
        guard let scores = group.scores, group.counts.total > 1 else { return nil }
        switch metric {
        case .brier, .logLoss, .meanScore: return ofMean(metric, group, scores)
        case .auroc: return ofArea(group)
        default: return group.counts.total <= limit ? oneByOne(metric, group) : nil
        }
    }

    /// Rows with the same outcome leave the same counts.
    private static func ofCounts(_ metric: GroupMetric, _ group: Sample) -> [Double]? {
        var kinds: [Double?] = [nil, nil, nil, nil]
        for kind in 0..<4 {
            var rest = group.counts
            rest.remove(label: Int8(kind / 2), decision: Int8(kind % 2))
            guard rest.trueNegatives >= 0, rest.falsePositives >= 0, rest.falseNegatives >= 0,
                rest.truePositives >= 0
            else { continue }
            kinds[kind] = Sample(counts: rest).quantity(metric).value
        }
        return defined(group.labels.indices.map { kinds[Int(2 * group.labels[$0] + group.decisions[$0])] })
    }

    private static func ofMean(_ metric: GroupMetric, _ group: Sample, _ scores: [Double]) -> [Double] {
        let terms = scores.indices.map { row in
            Sample.term(metric, score: scores[row], label: Double(group.labels[row]))
        }
        let total = terms.compensatedSum()
        return terms.map { (total - $0) / Double(terms.count - 1) }
    }

    /// Leaving out a row takes its wins from all wins, and a row from its class.
    private static func ofArea(_ group: Sample) -> [Double]? {
        let (positives, negatives) = (group.counts.positives, group.counts.negatives)
        guard positives > 1, negatives > 1 else { return nil }
        let blocks = Array(ScoreBlocks(group))
        let doubledWins = blocks.reduce(0) { $0 + $1.positives * (2 * $1.negativesBefore + $1.negatives) }
        var values: [Double] = []
        for block in blocks {
            let won = 2 * block.negativesBefore + block.negatives
            let lost = 2 * (positives - block.positivesBefore) - block.positives
            let withoutPositive = Double(doubledWins - won) / (2 * Double(positives - 1) * Double(negatives))
            let withoutNegative = Double(doubledWins - lost) / (2 * Double(positives) * Double(negatives - 1))
            // Within a block rows stand by label, the negatives first.
            values += Array(repeating: withoutNegative, count: block.negatives)
            values += Array(repeating: withoutPositive, count: block.positives)
        }
        return values
    }

    private static func oneByOne(_ metric: GroupMetric, _ group: Sample) -> [Double]? {
        guard let statistic = RowStatistic(metric, of: group) else { return nil }
        var multiplicities = [Int32](repeating: 1, count: group.labels.count)
        return defined(
            multiplicities.indices.map { row in
                multiplicities[row] = 0
                defer { multiplicities[row] = 1 }
                return statistic.value(multiplicities)
            })
    }

    /// The values without each cluster in turn; nil beyond `limit` clusters.
    private static func withoutClusters(_ metric: GroupMetric, _ group: Sample) -> [Double]? {
        guard let index = ClusterIndex(group), index.count <= limit,
            let statistic = RowStatistic(metric, of: group)
        else { return nil }
        var rows = [[Int]](repeating: [], count: index.count)
        for row in index.places.indices { rows[Int(index.places[row])].append(row) }
        var multiplicities = [Int32](repeating: 1, count: group.labels.count)
        return defined(
            rows.map { rows in
                for row in rows { multiplicities[row] = 0 }
                defer { for row in rows { multiplicities[row] = 1 } }
                return statistic.value(multiplicities)
            })
    }

    private static func defined(_ values: [Double?]) -> [Double]? {
        let numbers = values.compactMap { $0 }
        return numbers.count == values.count ? numbers : nil
    }
}
