/// The rows of several groups whose clusters exchange the groups' labels as wholes.
///
/// A cluster within one group gives its label to another such cluster and takes that one's, whatever their sizes; rows
/// of a cluster that spans groups exchange labels among themselves. Both leave what rows of a cluster share where it
/// is, so that under no difference the exchange changes nothing (Winkler et al. 2015, "whole-block" and
/// "within-block"). Where strata hold something fast, clusters change places with those that touch the same strata.
struct ExchangeableClusters: GapExchange {
    private let gap: GapMetric
    private let everybody: Sample
    private var owners: [Int32]
    private let groupCount: Int
    private let stratumCount: Int
    /// Clusters that may exchange their labels: for each pool the rows of each cluster.
    private let pools: [[[Int32]]]
    /// Rows of one cluster that may exchange their labels.
    private let blocks: [[Int32]]
    private let needsRows: Bool
    /// For each row its stratum.
    private let strata: [Int32]

    let count: Int

    /// The rows of the same groups in each stratum, `[stratum][group]`.
    init(strata: [[Sample]], gap: GapMetric) {
        let groupCount = strata.first?.count ?? 0
        let parts = strata.flatMap { $0 }
        let pooled = PooledSample(parts)
        let origins = parts.enumerated().flatMap { place, part in
            Array(repeating: place, count: part.labels.count)
        }
        let places = pooled.origins.map { origins[Int($0)] }
        let owners = places.map { Int32(truncatingIfNeeded: $0 % max(1, groupCount)) }
        let layout = Layout(pooled.sample, gap)
        var (pools, blocks) = ([[Int]: [[Int32]]](), [[Int32]]())
        for rows in layout.clusters {
            let strata = rows.map { places[Int($0)] / max(1, groupCount) }
            if Set(rows.map { owners[Int($0)] }).count == 1 {
                let key = Set(strata).sorted() + [layout.kind(of: rows)]
                pools[key, default: []].append(rows)
            } else {
                let cells = zip(rows, strata).map { 4 * $1 + layout.kind(of: [$0]) }
                for cell in Set(cells).sorted() {
                    blocks.append(zip(rows, cells).filter { $1 == cell }.map(\.0))
                }
            }
        }
        self.gap = gap
        self.groupCount = groupCount
        self.owners = owners
        stratumCount = strata.count
        everybody = pooled.sample
        self.strata = places.map { Int32(truncatingIfNeeded: $0 / max(1, groupCount)) }
        needsRows = gap.quantities.contains { $0.needs.contains(.scores) } || gap.readsClusters
        self.pools = pools.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        self.blocks = blocks.filter { $0.count > 1 }
        count = everybody.labels.count
    }

    /// Which rows take part, cluster by cluster.
    private struct Layout {
        /// The rows of each cluster that count in the gap.
        let clusters: [[Int32]]
        private let sample: Sample
        private let keepsClasses: Bool

        init(_ sample: Sample, _ gap: GapMetric) {
            self.sample = sample
            keepsClasses = gap.quantities.count > 1
            let index = ClusterIndex(sample.clusters ?? [])
            // Rows that are no trials of a single proportion would only move its denominators.
            let kinds = RowKinds(gap.quantities[0])
            let isRate = gap.quantities.count == 1 && gap.quantities[0].isProportion
            var clusters = [[Int32]](repeating: [], count: index.count)
            for row in index.places.indices {
                let isTrial = kinds.outcome(sample.labels[row], sample.decisions[row]).trials > 0
                guard !isRate || isTrial else { continue }
                clusters[Int(index.places[row])].append(Int32(truncatingIfNeeded: row))
            }
            self.clusters = clusters.filter { !$0.isEmpty }
        }

        /// Whether rows are positive, negative, or both, where classes must stay where they are; else 0.
        func kind(of rows: [Int32]) -> Int {
            keepsClasses ? rows.reduce(0) { $0 | 1 << Int(sample.labels[Int($1)]) } : 0
        }
    }

    mutating func exchange(_ source: inout RandomSource) {
        for pool in pools {
            var labels = pool.map { owners[Int($0[0])] }
            source.shuffle(&labels, in: labels.indices)
            for (rows, label) in zip(pool, labels) {
                for row in rows { owners[Int(row)] = label }
            }
        }
        for block in blocks {
            var labels = block.map { owners[Int($0)] }
            source.shuffle(&labels, in: labels.indices)
            for (row, label) in zip(block, labels) { owners[Int(row)] = label }
        }
    }

    /// The groups as they are now; their counts alone where those are enough.
    var groups: [Sample] {
        guard !needsRows else { return everybody.parts(owners, count: groupCount) }
        var counts = [Int](repeating: 0, count: 4 * groupCount)
        for row in owners.indices {
            let kind = 2 * Int(everybody.labels[row]) + Int(everybody.decisions[row])
            counts[4 * Int(owners[row]) + kind] += 1
        }
        return (0..<groupCount).map { group in
            let kinds = counts[4 * group..<4 * group + 4].map(\.self)
            return Sample(counts: Confusion(tp: kinds[3], fp: kinds[1], tn: kinds[0], fn: kinds[2]))
        }
    }

    /// The rows of each group in each stratum as they are now, `[stratum][group]`.
    var cells: [[Sample]] {
        let codes = zip(strata, owners).map { $0 * Int32(truncatingIfNeeded: groupCount) + $1 }
        let parts = everybody.parts(codes, count: stratumCount * groupCount)
        return (0..<stratumCount).map { Array(parts[$0 * groupCount..<($0 + 1) * groupCount]) }
    }

    var value: Quantity { gap.value(in: groups) }
}
