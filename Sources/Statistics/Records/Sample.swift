/// The outcomes of one group, sorted so that no result depends on the order of the rows.
///
/// Rows stand by rising score, then label, decision and weight; sums run in that order.
package struct Sample: Sendable {
    /// 1 for the positive class, else 0.
    package let labels: [Int8]
    /// 1 when called positive, else 0.
    package let decisions: [Int8]
    /// P(positive), rising, or nil where only decisions are known.
    package let scores: [Double]?
    /// The weight of each row, or nil where all weigh 1.
    package let weights: [Double]?
    /// The four unweighted counts.
    package let counts: Confusion

    /// The rows `order` of a table, which must have an outcome and stand in the table's sorted order.
    init(_ table: RecordTable, rows order: some Collection<Int32>) {
        var counts = Confusion()
        var labels: [Int8] = []
        var decisions: [Int8] = []
        labels.reserveCapacity(order.count)
        decisions.reserveCapacity(order.count)
        for row in order {
            let (label, decision) = (table.labels[Int(row)], table.decisions[Int(row)])
            counts.add(label: label, decision: decision)
            labels.append(label)
            decisions.append(decision)
        }
        self.labels = labels
        self.decisions = decisions
        self.counts = counts
        scores = table.scores.map { column in order.map { column[Int($0)] } }
        weights = table.weights.map { column in order.map { column[Int($0)] } }
    }

    /// Rows that already stand in order.
    init(labels: [Int8], decisions: [Int8], scores: [Double]?) {
        var counts = Confusion()
        for (label, decision) in zip(labels, decisions) { counts.add(label: label, decision: decision) }
        self.labels = labels
        self.decisions = decisions
        self.scores = scores
        self.counts = counts
        weights = nil
    }

    /// Counts without rows, enough for every quantity that is made of counts.
    init(counts: Confusion) {
        (labels, decisions, scores, weights) = ([], [], nil, nil)
        self.counts = counts
    }
}
