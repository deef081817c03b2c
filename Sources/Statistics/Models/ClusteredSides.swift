/// Two classifiers on different images that come in clusters, whose sides whole clusters exchange.
struct ClusteredSides {
    private var rows: ExchangeableClusters
    private let draws: Int
    private let seed: UInt64

    /// The most rows times draws: beyond it fewer draws are made, at least 199.
    private static let budget = 200_000_000

    /// The rows of some groups; a cluster that spans groups changes sides in all of them at once.
    init(_ metrics: [GroupMetric], _ groups: [MatchedSamples], options: IntervalOptions) {
        var next = groups.flatMap { $0.first.clusters ?? [] }.max().map { $0 + 1 } ?? 0
        var strata: [[Sample]] = []
        let spread = groups.flatMap { $0.second.clusters ?? [] }.max().map { $0 + 1 } ?? 0
        let offset = next
        next += spread
        for group in groups {
            let first = Self.numbered(group.first, adding: 0, next: &next)
            strata.append([first, Self.numbered(group.second, adding: offset, next: &next)])
        }
        // Of several quantities all rows take part.
        let metric = metrics.count == 1 ? metrics[0] : .auroc
        rows = ExchangeableClusters(strata: strata, gap: .difference(of: metric))
        draws = min(options.draws, max(199, Self.budget / max(1, rows.count)))
        seed = options.seed
    }

    /// The same rows with clusters of their own numbers; rows without clusters are one each.
    private static func numbered(_ sample: Sample, adding offset: Int32, next: inout Int32) -> Sample {
        let clusters: [Int32]
        if let own = sample.clusters {
            clusters = own.map { $0 + offset }
        } else {
            let start = next
            clusters = sample.labels.indices.map { start + Int32(truncatingIfNeeded: $0) }
            next += Int32(truncatingIfNeeded: clusters.count)
        }
        return Sample(
            labels: sample.labels, decisions: sample.decisions, scores: sample.scores, clusters: clusters)
    }

    /// The p-value of an observed difference.
    ///
    /// - Parameter difference: from the rows of both sides in each group; nil where undefined.
    mutating func p(
        _ observed: Double, _ difference: (_ first: [Sample], _ second: [Sample]) -> Double?
    ) -> Double? {
        var source = RandomSource(seed: seed)
        let found = (0..<draws).map { _ in
            rows.exchange(&source)
            let cells = rows.cells
            return difference(cells.map { $0[0] }, cells.map { $0[1] })
        }
        return TwoSampleExchange.p(observed, found)
    }
}
