extension Sample {
    /// The rows of each part, in the order in which they stand here; O(n).
    ///
    /// - Parameter codes: for each row its part, in 0..<`count`.
    func parts(_ codes: [Int32], count: Int) -> [Sample] {
        var sizes = [Int](repeating: 0, count: count)
        for code in codes { sizes[Int(code)] += 1 }
        let labels = Self.scattered(labels, codes, sizes)
        let decisions = Self.scattered(decisions, codes, sizes)
        let scores = scores.map { Self.scattered($0, codes, sizes) }
        let weights = weights.map { Self.scattered($0, codes, sizes) }
        let clusters = clusters.map { Self.scattered($0, codes, sizes) }
        return labels.indices.map { part in
            Sample(
                labels: labels[part], decisions: decisions[part], scores: scores?[part],
                weights: weights?[part], clusters: clusters?[part])
        }
    }

    /// Some neighbouring rows.
    package func part(_ rows: Range<Int>) -> Sample {
        Sample(
            labels: Array(labels[rows]), decisions: Array(decisions[rows]),
            scores: scores.map { Array($0[rows]) },
            weights: weights.map { Array($0[rows]) }, clusters: clusters.map { Array($0[rows]) })
    }

    private static func scattered<Element>(
        _ column: [Element], _ codes: [Int32], _ sizes: [Int]
    ) -> [[Element]] {
        var next = [0]
        for size in sizes { next.append(next[next.count - 1] + size) }
        let starts = next
        var flat = column
        for row in column.indices {
            let part = Int(codes[row])
            flat[next[part]] = column[row]
            next[part] += 1
        }
        return sizes.indices.map { Array(flat[starts[$0]..<starts[$0 + 1]]) }
    }
}
