extension Sample {
    /// The number of clusters; nil where rows are independent.
    package var clusterCount: Int? { clusters.map { Set($0).count } }

    /// The clusters that hold a positive row, and those that hold a negative one; nil where rows are independent.
    package var clustersOfClasses: (positives: Int, negatives: Int)? {
        guard let clusters else { return nil }
        let held = [Int8(1), 0].map { label in
            Set(zip(clusters, labels).filter { $0.1 == label }.map(\.0)).count
        }
        return (held[0], held[1])
    }

    /// The rows of the largest cluster; nil where rows are independent.
    package var largestCluster: Int? {
        clusters.map { clusters in
            clusters.reduce(into: [Int32: Int]()) { $0[$1, default: 0] += 1 }.values.max() ?? 0
        }
    }
}

extension Sequence<Sample> {
    /// Whether the rows come in clusters; samples without rows say nothing.
    package var areClustered: Bool { contains { $0.clusters != nil } }

    /// The number of clusters that have rows here.
    package var clusterCount: Int { Set(flatMap { $0.clusters ?? [] }).count }
}
