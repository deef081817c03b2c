/// Random exchanges between two classifiers: of their outcomes on each image, or on all images of a
/// cluster at once, or of whole rows where images differ.
struct MatchedExchange {
    private let metrics: [GroupMetric]
    /// For each group and metric the rows of both classifiers.
    private var groups: [[TwoSampleExchange]]
    private let matches: [[Int32]?]
    /// For each group the cluster of each row of the first classifier; nil where images are independent.
    private let clusters: [[Int32]?]
    private let draws: Int
    private let seed: UInt64

    /// The most rows times draws: beyond it fewer draws are made, at least 199.
    private static let budget = 200_000_000

    /// The groups of images that are exchanged at once; nil where a metric needs scores that are not known.
    init?(_ metrics: [GroupMetric], _ groups: [MatchedSamples], options: IntervalOptions) {
        self.metrics = metrics
        self.groups = groups.map { group in
            metrics.compactMap { TwoSampleExchange($0, group.first, group.second) }
        }
        guard self.groups.allSatisfy({ $0.count == metrics.count }) else { return nil }
        matches = groups.map(\.matches)
        clusters = groups.map { group in
            guard let numbers = group.imageClusters, let images = group.images else { return nil }
            return images.first.map { numbers[Int($0)] }
        }
        let rows = self.groups.joined().reduce(0) { $0 + $1.count }
        draws = min(options.draws, max(199, Self.budget / max(1, rows)))
        seed = options.seed
    }

    /// The p-value of an observed difference of two classifiers.
    ///
    /// - Parameter difference: from the values of both classifiers, `[metric][group]`; nil where undefined.
    mutating func p(
        _ observed: Double, _ difference: (_ first: [[Double?]], _ second: [[Double?]]) -> Double?
    ) -> Double? {
        var found: [Double?] = []
        for draw in 0..<draws {
            for group in groups.indices {
                for metric in groups[group].indices {
                    // The same stream for each metric: all see the same exchange.
                    var source = RandomSource(seed: seed, stream: draw * groups.count + group)
                    if let matches = matches[group], let clusters = clusters[group] {
                        groups[group][metric].swap(matches, clusters, seed: seed, draw: draw)
                    } else if let matches = matches[group] {
                        groups[group][metric].swap(matches, &source)
                    } else {
                        groups[group][metric].exchange(&source)
                    }
                }
            }
            let values = metrics.indices.map { metric in groups.map { $0[metric].values } }
            found.append(difference(values.map { $0.map(\.first) }, values.map { $0.map(\.second) }))
        }
        return TwoSampleExchange.p(observed, found)
    }
}
