/// Where each row of one class stands among the rows of the other: the parts of an AUC (Sun & Xu 2014).
struct Placements {
    /// For each positive row the share of negatives below it, ties one half; in the rows' order.
    let ofPositives: [Double]
    /// For each negative row the share of positives above it, ties one half; in the rows' order.
    let ofNegatives: [Double]

    /// The placements of rows with any finite scores; both classes must be present. O(n log n).
    init(labels: [Bool], scores: [Double]) {
        let positives = zip(labels, scores).filter(\.0).map(\.1)
        let negatives = zip(labels, scores).filter { !$0.0 }.map(\.1)
        ofPositives = Self.share(below: positives, in: negatives.sorted())
        ofNegatives = Self.share(below: negatives, in: positives.sorted()).map { 1 - $0 }
    }

    /// The area under the curve.
    var area: Double { Self.mean(ofPositives) }

    /// The covariance of two areas on the same rows; with itself the variance of one. Needs two rows a class.
    func covariance(with other: Placements) -> Double {
        Self.covariance(ofPositives, other.ofPositives) / Double(ofPositives.count)
            + Self.covariance(ofNegatives, other.ofNegatives) / Double(ofNegatives.count)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.compensatedSum() / Double(values.count)
    }

    private static func covariance(_ left: [Double], _ right: [Double]) -> Double {
        let (leftMean, rightMean) = (mean(left), mean(right))
        return zip(left, right).map { ($0 - leftMean) * ($1 - rightMean) }.compensatedSum()
            / Double(left.count - 1)
    }

    private static func share(below values: [Double], in sorted: [Double]) -> [Double] {
        values.map { value in
            let below = firstIndex(in: sorted) { $0 >= value }
            let notAbove = firstIndex(in: sorted) { $0 > value }
            return Double(below + notAbove) / 2 / Double(sorted.count)
        }
    }

    /// The first index of a rising array whose element satisfies a rising condition, or the end.
    private static func firstIndex(in sorted: [Double], where holds: (Double) -> Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
