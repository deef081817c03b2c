/// The rows of several samples in one.
struct PooledSample {
    /// All rows, sorted as every sample is; without scores where one has none, and without weights.
    let sample: Sample
    /// For each row where it stood, counted over all samples in turn.
    let origins: [Int32]

    /// The rows of some samples.
    init(_ samples: [Sample]) {
        let labels = samples.flatMap(\.labels)
        let decisions = samples.flatMap(\.decisions)
        let hasScores = samples.allSatisfy { $0.scores != nil }
        let scores = hasScores ? samples.flatMap { $0.scores ?? [] } : nil
        let clusters = samples.areClustered ? samples.flatMap { $0.clusters ?? [] } : nil
        var order = labels.indices.map { UInt32(truncatingIfNeeded: $0) }
        if let clusters { RadixSort.sort(&order, by: clusters) }
        RadixSort.sort(&order, by: zip(labels, decisions).map { UInt8(truncatingIfNeeded: 2 * $0 + $1) })
        if let scores { RadixSort.sort(&order, by: scores) }
        sample = Sample(
            labels: order.map { labels[Int($0)] }, decisions: order.map { decisions[Int($0)] },
            scores: scores.map { scores in order.map { scores[Int($0)] } },
            clusters: clusters.map { clusters in order.map { clusters[Int($0)] } })
        origins = order.map { Int32(bitPattern: $0) }
    }
}
