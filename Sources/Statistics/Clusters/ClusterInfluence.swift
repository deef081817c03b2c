/// How far each cluster moves an estimate: the parts of a cluster-robust variance (Liang & Zeger 1986).
struct ClusterInfluence: Sendable, Hashable {
    /// The clusters' numbers in the table, rising.
    let numbers: [Int32]
    /// What each of them adds to the estimate's error; their squares sum to about the variance.
    let values: [Double]
    /// The variance of the estimate.
    let variance: Double

    /// The influences of some clusters.
    ///
    /// - Parameter variance: by a formula of its own; the sum of squares by default.
    init(numbers: [Int32], values: [Double], variance: Double? = nil) {
        self.numbers = numbers
        self.values = values
        self.variance = variance ?? values.map { $0 * $0 }.compensatedSum()
    }

    /// Of a proportion or an area under the ROC curve; nil for other quantities, for independent rows, and where too
    /// few clusters hold rows that count.
    init?(_ metric: GroupMetric, of group: Sample) {
        let found =
            metric == .auroc
            ? ClusteredArea(group)?.influence : ClusteredProportion(metric, of: group)?.influence
        guard let found else { return nil }
        self = found
    }

    /// The covariance of two estimates, which comes from the clusters that both have rows of.
    func covariance(with other: ClusterInfluence) -> Double {
        var (left, right) = (0, 0)
        var sum = CompensatedSum()
        while left < numbers.count, right < other.numbers.count {
            if numbers[left] == other.numbers[right] {
                sum.add(values[left] * other.values[right])
                left += 1
                right += 1
            } else if numbers[left] < other.numbers[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return sum.value
    }

    /// The correlation of two estimates, 0 where either does not vary.
    func correlation(with other: ClusterInfluence) -> Double {
        let scale = (variance * other.variance).squareRoot()
        return scale > 0 ? min(1, max(-1, covariance(with: other) / scale)) : 0
    }
}
