extension MatchedSamples {
    /// Whether images of either side come in clusters.
    var isClustered: Bool { [first, second].areClustered }

    /// The clusters of the side that has fewer; rows without clusters are one each.
    var unitCount: Int { [first, second].map { $0.clusterCount ?? $0.counts.total }.min() ?? 0 }

    /// For each image the number of its cluster; nil where the images differ, or are independent.
    var imageClusters: [Int32]? {
        guard let images else { return nil }
        for (sample, places) in [(first, images.first), (second, images.second)] {
            guard let clusters = sample.clusters else { continue }
            var numbers = clusters
            for (row, image) in places.enumerated() { numbers[Int(image)] = clusters[row] }
            return numbers
        }
        return nil
    }

    /// A quantity of both classifiers in each group on resamples of whole clusters; NaN where undefined.
    ///
    /// Of the same images both see the same draws, in all groups; of different images each side draws its own.
    static func clusteredReplicates(
        _ metric: GroupMetric, of groups: [MatchedSamples], place: Int, options: IntervalOptions
    ) -> [(first: [Double], second: [Double])] {
        guard groups.contains(where: { $0.imageClusters != nil }) else {
            let one = GroupReplicates(
                metric, of: groups.map(\.first), firstPlace: 2 * place, options: options)
            let two = GroupReplicates(
                metric, of: groups.map(\.second), firstPlace: 2 * place + groups.count, options: options)
            return zip(one.values, two.values).map { (first: $0, second: $1) }
        }
        let images = groups.map(\.imageSample)
        var clusters = ClusterResample(images, keepsClasses: options.keepsClasses)
        let statistics = groups.map { group in
            (
                RowStatistic(metric, of: group.first, places: group.images?.first),
                RowStatistic(metric, of: group.second, places: group.images?.second)
            )
        }
        var source = RandomSource(seed: options.seed, stream: place)
        var values = groups.map { _ in (first: [Double](), second: [Double]()) }
        for _ in 0..<options.draws {
            clusters.draw(&source)
            for group in groups.indices {
                let rows = clusters.multiplicities[group]
                values[group].first.append(statistics[group].0?.value(rows) ?? .nan)
                values[group].second.append(statistics[group].1?.value(rows) ?? .nan)
            }
        }
        return values
    }

    /// One row for each image, in the images' order: its label and its cluster.
    private var imageSample: Sample {
        var labels = first.labels
        for (row, image) in (images?.first ?? []).enumerated() { labels[Int(image)] = first.labels[row] }
        return Sample(labels: labels, decisions: labels, scores: nil, clusters: imageClusters)
    }
}
