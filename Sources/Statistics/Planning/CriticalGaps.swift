/// The largest gaps that equal groups pass with a chance above alpha, over a grid of their common rate.
struct CriticalGaps {
    private let first: Double
    private let step: Double
    private let gaps: [Double]

    /// The gaps around the pooled rate that groups of these sizes have on average.
    init(trials: [Int], around rate: Double, alpha: Double) {
        let points = 12
        let spread = (rate * (1 - rate) / Double(trials.reduce(0, +))).squareRoot()
        let low = max(0, rate - 4 * spread)
        let high = min(1, rate + 4 * spread)
        let step = (high - low) / Double(points)
        first = low
        self.step = step
        gaps = (0...points).map { point in
            RangeNull.quantile(trials: trials, rate: low + Double(point) * step, level: 1 - alpha)
        }
    }

    /// The larger of the critical gaps at the two rates of the grid around `rate`.
    func gap(at rate: Double) -> Double {
        guard step > 0 else { return gaps[0] }
        let place = min(max((rate - first) / step, 0), Double(gaps.count - 1))
        return max(gaps[Int(place)], gaps[Int(place.rounded(.up))])
    }
}
