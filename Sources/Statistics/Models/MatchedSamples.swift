/// The outcomes of two classifiers on one group of images.
struct MatchedSamples: Sendable {
    /// The first classifier's outcomes.
    let first: Sample
    /// The second's.
    let second: Sample
    /// For each row of each sample its image, counted from 0 within the group; nil where the images differ.
    let images: (first: [Int32], second: [Int32])?

    /// Whether both samples hold the same images.
    var isPaired: Bool { images != nil }

    /// For each row of the first sample the row of the same image in the second.
    var matches: [Int32]? {
        guard let images else { return nil }
        var places = [Int32](repeating: 0, count: images.second.count)
        for (place, image) in images.second.enumerated() {
            places[Int(image)] = Int32(truncatingIfNeeded: place)
        }
        return images.first.map { places[Int($0)] }
    }

    /// How many images either or both get, for a proportion whose trials do not depend on the classifier; else nil.
    func table(_ metric: GroupMetric) -> McNemar? {
        guard let matches, let counts = Self.counting(metric) else { return nil }
        var cells = [0, 0, 0, 0]
        for (row, match) in matches.enumerated() {
            let label = first.labels[row]
            guard let one = counts(label, first.decisions[row]),
                let two = counts(label, second.decisions[Int(match)])
            else { continue }
            cells[(one ? 0 : 2) + (two ? 0 : 1)] += 1
        }
        return McNemar(both: cells[0], onlyFirst: cells[1], onlySecond: cells[2], neither: cells[3])
    }

    /// Whether a row is a success, nil where it is no trial.
    private static func counting(_ metric: GroupMetric) -> ((Int8, Int8) -> Bool?)? {
        switch metric {
        case .accuracy: { $0 == $1 }
        case .selectionRate: { $1 == 1 }
        case .tpr: { $0 == 1 ? $1 == 1 : nil }
        case .fnr: { $0 == 1 ? $1 == 0 : nil }
        case .fpr: { $0 == 0 ? $1 == 1 : nil }
        case .tnr: { $0 == 0 ? $1 == 0 : nil }
        default: nil
        }
    }

    /// The areas under both curves; nil where a class has fewer than two rows.
    var areas: AreaComparison? {
        guard let images, let one = first.scores, let two = second.scores else {
            return AreaComparison(independent: first, second)
        }
        var (labels, ofFirst, ofSecond) = (first.labels.map { _ in false }, one, two)
        for (row, image) in images.first.enumerated() {
            labels[Int(image)] = first.labels[row] == 1
            ofFirst[Int(image)] = one[row]
        }
        for (row, image) in images.second.enumerated() { ofSecond[Int(image)] = two[row] }
        return AreaComparison(paired: labels, ofFirst, ofSecond)
    }

    /// A quantity of both classifiers on resamples of the images; NaN where undefined.
    ///
    /// - Parameter place: the group's place among the groups.
    func replicates(
        _ metric: GroupMetric, place: Int, options: IntervalOptions
    ) -> (first: [Double], second: [Double]) {
        guard let images else {
            let one = GroupReplicates(metric, of: [first], firstPlace: 2 * place, options: options)
            let two = GroupReplicates(metric, of: [second], firstPlace: 2 * place + 1, options: options)
            return (one.values[0], two.values[0])
        }
        guard let one = RowStatistic(metric, of: first, places: images.first),
            let two = RowStatistic(metric, of: second, places: images.second)
        else { return ([], []) }
        var labels = first.labels
        for (row, image) in images.first.enumerated() { labels[Int(image)] = first.labels[row] }
        var rows = RowResample(labels: labels, keepsClasses: options.keepsClasses)
        var source = RandomSource(seed: options.seed, stream: place)
        var (ofFirst, ofSecond): ([Double], [Double]) = ([], [])
        for _ in 0..<options.draws {
            rows.draw(&source)
            ofFirst.append(one.value(rows.multiplicities) ?? .nan)
            ofSecond.append(two.value(rows.multiplicities) ?? .nan)
        }
        return (ofFirst, ofSecond)
    }
}
