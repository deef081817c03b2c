/// The outcomes of one group, sorted so that no result depends on the order of the rows.
///
/// Rows stand by rising score, then label, decision, weight and cluster; sums run in that order.
package struct Sample: Sendable {
    /// 1 for the positive class, else 0.
    package let labels: [Int8]
    /// 1 when called positive, else 0.
    package let decisions: [Int8]
    /// P(positive), rising, or nil where only decisions are known.
    package let scores: [Double]?
    /// The weight of each row, or nil where all weigh 1.
    package let weights: [Double]?
    /// For each row the number of its cluster, the same in all samples of a table, or nil where rows are independent.
    package let clusters: [Int32]?
    /// The four unweighted counts.
    package let counts: Confusion

    /// The rows `order` of a table, which must have an outcome and stand in the table's sorted order.
    init(_ table: RecordTable, rows order: some Collection<Int32>) {
        self.init(
            labels: order.map { table.labels[Int($0)] }, decisions: order.map { table.decisions[Int($0)] },
            scores: table.scores.map { column in order.map { column[Int($0)] } },
            weights: table.weights.map { column in order.map { column[Int($0)] } },
            clusters: table.clusters.map { column in Self.renumbered(order.map { column.codes[Int($0)] }) })
    }

    /// Numbers from 0 in the order in which codes first appear, so that they do not depend on the order of a table.
    private static func renumbered(_ codes: [Int32]) -> [Int32] {
        var numbers: [Int32: Int32] = [:]
        return codes.map { code in
            let next = Int32(truncatingIfNeeded: numbers.count)
            return numbers[code]
                ?? {
                    numbers[code] = next
                    return next
                }()
        }
    }

    /// Rows that already stand in order.
    init(
        labels: [Int8], decisions: [Int8], scores: [Double]?, weights: [Double]? = nil,
        clusters: [Int32]? = nil
    ) {
        self.labels = labels
        self.decisions = decisions
        self.scores = scores
        self.weights = weights
        self.clusters = clusters
        counts = Confusion(labels: labels, decisions: decisions)
    }

    /// Counts without rows, enough for every quantity that is made of counts.
    package init(counts: Confusion) {
        (labels, decisions, scores, weights, clusters) = ([], [], nil, nil, nil)
        self.counts = counts
    }
}
