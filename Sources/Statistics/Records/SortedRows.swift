/// The rows of a table that have an outcome, by rising score, then label, decision, weight and cluster.
///
/// What is equal in all five is one and the same to every quantity, so nothing depends on the order of the rows.
struct SortedRows: Sendable {
    /// The row of the table at each place.
    let rows: [Int32]
    /// Those rows in one sample.
    let sample: Sample

    /// The rows of a table, sorted by their bits from the lowest up; O(n).
    init(_ table: RecordTable) {
        var order: [UInt32] = []
        order.reserveCapacity(table.count)
        for row in table.labels.indices where table.labels[row] >= 0 {
            order.append(UInt32(truncatingIfNeeded: row))
        }
        if let clusters = table.clusters { RadixSort.sort(&order, by: clusters.codes) }
        if let weights = table.weights { RadixSort.sort(&order, by: weights) }
        let kinds = zip(table.labels, table.decisions).map { UInt8(truncatingIfNeeded: 2 * $0 + $1) }
        RadixSort.sort(&order, by: kinds)
        if let scores = table.scores { RadixSort.sort(&order, by: scores) }
        rows = order.map { Int32(bitPattern: $0) }
        sample = Sample(table, rows: rows)
    }
}
