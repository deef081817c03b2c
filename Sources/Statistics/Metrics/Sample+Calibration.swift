import RealModule

extension Sample {
    /// The quantities that compare scores with labels, for a group that has rows.
    func calibration(_ metric: GroupMetric) -> Quantity {
        guard let scores else { return .undefined(.noScores) }
        switch metric {
        case .brier, .logLoss, .meanScore, .calibrationInTheLarge: return .value(mean(of: metric, scores))
        case .ece10: return .value(calibrationError(scores, bins: 10).expected)
        case .ece15: return .value(calibrationError(scores, bins: 15).expected)
        case .mce10: return .value(calibrationError(scores, bins: 10).largest)
        case .mce15: return .value(calibrationError(scores, bins: 15).largest)
        default: return .undefined(.noScores)
        }
    }

    /// What one row adds to a mean: its squared error, its log loss, its error, or its score for everything else.
    static func term(_ metric: GroupMetric, score: Double, label: Double) -> Double {
        switch metric {
        case .brier: (score - label) * (score - label)
        case .logLoss: logLoss(score: score, label: label)
        case .calibrationInTheLarge: score - label
        default: score
        }
    }

    private func mean(of metric: GroupMetric, _ scores: [Double]) -> Double {
        let rows = scores.indices
        let sum =
            switch metric {
            case .brier:
                PairwiseSum.sum(rows) { row in
                    let error = scores[row] - Double(labels[row])
                    return error * error
                }
            case .logLoss:
                PairwiseSum.sum(rows) { Self.logLoss(score: scores[$0], label: Double(labels[$0])) }
            case .calibrationInTheLarge:
                PairwiseSum.sum(rows) { scores[$0] - Double(labels[$0]) }
            default: PairwiseSum.sum(rows) { scores[$0] }
            }
        return sum / Double(scores.count)
    }

    /// Minus the log likelihood of one row, its score clipped to 1e-15...1 - 1e-15.
    private static func logLoss(score: Double, label: Double) -> Double {
        let clipped = min(max(score, 1e-15), 1 - 1e-15)
        return label == 1 ? -Double.log(clipped) : -Double.log(1 - clipped)
    }

    /// How many of the bins of a calibration error hold a row; nil without scores.
    package func filledBins(_ metric: GroupMetric) -> Int? {
        scores.map { scores in
            let ends = Self.binEnds(metric == .ece10 || metric == .mce10 ? 10 : 15, scores)
            return zip([0] + ends, ends).count { $0 < $1 }
        }
    }

    /// Expected and largest calibration error over equal-width bins (Guo et al. 2017), of P(positive).
    private func calibrationError(_ scores: [Double], bins: Int) -> (expected: Double, largest: Double) {
        var (expected, largest, start) = (0.0, 0.0, 0)
        for end in Self.binEnds(bins, scores) where end > start {
            let count = Double(end - start)
            let positives = Double(labels[start..<end].reduce(0) { $0 + Int($1) })
            let score = PairwiseSum.sum(start..<end) { scores[$0] }
            let error = (score / count - positives / count).magnitude
            expected += count / Double(scores.count) * error
            largest = max(largest, error)
            start = end
        }
        return (expected, largest)
    }

    /// Where the rows of each bin end; rising scores stand together in their bins.
    static func binEnds(_ bins: Int, _ scores: [Double]) -> [Int] {
        var start = 0
        return (0..<bins).map { bin in
            var high = scores.count
            // The last bin also holds a score of 1.
            while bin < bins - 1, start < high {
                let middle = (start + high) / 2
                if Int(scores[middle] * Double(bins)) <= bin { start = middle + 1 } else { high = middle }
            }
            start = high
            return high
        }
    }
}
