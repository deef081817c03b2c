/// Where each row of one class stands among the rows of the other: the parts of an AUC (Sun & Xu 2014).
package struct Placements {
    /// For each positive row the share of negatives below it, ties one half; in the rows' order.
    let ofPositives: [Double]
    /// For each negative row the share of positives above it, ties one half; in the rows' order.
    let ofNegatives: [Double]

    /// The placements of rows with any finite scores; both classes must be present. O(n).
    package init(labels: [Bool], scores: [Double]) {
        var order = labels.indices.map { UInt32(truncatingIfNeeded: $0) }
        RadixSort.sort(&order, by: scores)
        let positives = labels.count { $0 }
        let (p, n) = (Double(positives), Double(labels.count - positives))
        var placements = [Double](repeating: 0, count: labels.count)
        var (below, positivesBelow, start) = (0, 0, 0)
        while start < order.count {
            let score = scores[Int(order[start])]
            var (end, hits) = (start, 0)
            while end < order.count, scores[Int(order[end])] == score {
                if labels[Int(order[end])] { hits += 1 }
                end += 1
            }
            let negatives = end - start - hits
            let won = (Double(below) + Double(negatives) / 2) / n
            let lost = 1 - (Double(positivesBelow) + Double(hits) / 2) / p
            for place in start..<end {
                let row = Int(order[place])
                placements[row] = labels[row] ? won : lost
            }
            below += negatives
            positivesBelow += hits
            start = end
        }
        ofPositives = zip(labels, placements).filter(\.0).map(\.1)
        ofNegatives = zip(labels, placements).filter { !$0.0 }.map(\.1)
    }

    /// The area under the curve.
    package var area: Double { Self.mean(ofPositives) }

    /// The covariance of two areas on the same rows; with itself the variance of one. Needs two rows a class.
    func covariance(with other: Placements) -> Double {
        Self.covariance(ofPositives, other.ofPositives) / Double(ofPositives.count)
            + Self.covariance(ofNegatives, other.ofNegatives) / Double(ofNegatives.count)
    }

    private static func mean(_ values: [Double]) -> Double {
        PairwiseSum.sum(values.indices) { values[$0] } / Double(values.count)
    }

    private static func covariance(_ left: [Double], _ right: [Double]) -> Double {
        let (leftMean, rightMean) = (mean(left), mean(right))
        return PairwiseSum.sum(left.indices) { (left[$0] - leftMean) * (right[$0] - rightMean) }
            / Double(left.count - 1)
    }
}
