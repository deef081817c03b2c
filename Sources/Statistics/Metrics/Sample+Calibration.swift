import RealModule

extension Sample {
    /// The quantities that compare scores with labels, for a group that has rows.
    func calibration(_ metric: GroupMetric) -> Quantity {
        guard let scores else { return .undefined(.noScores) }
        switch metric {
        case .brier, .logLoss, .meanScore: return .value(mean(of: metric, scores))
        case .ece10: return .value(calibrationError(scores, bins: 10).expected)
        case .ece15: return .value(calibrationError(scores, bins: 15).expected)
        case .mce10: return .value(calibrationError(scores, bins: 10).largest)
        case .mce15: return .value(calibrationError(scores, bins: 15).largest)
        default: return .undefined(.noScores)
        }
    }

    /// What one row adds to a mean: its squared error, its log loss, or its score for everything else.
    static func term(_ metric: GroupMetric, score: Double, label: Double) -> Double {
        switch metric {
        case .brier: (score - label) * (score - label)
        case .logLoss: logLoss(score: score, label: label)
        default: score
        }
    }

    private func mean(of metric: GroupMetric, _ scores: [Double]) -> Double {
        var sum = CompensatedSum()
        for (score, label) in zip(scores, labels) {
            sum.add(Self.term(metric, score: score, label: Double(label)))
        }
        return sum.value / Double(scores.count)
    }

    /// Minus the log likelihood of one row, its score clipped to 1e-15...1 - 1e-15.
    private static func logLoss(score: Double, label: Double) -> Double {
        let clipped = min(max(score, 1e-15), 1 - 1e-15)
        return label == 1 ? -Double.log(clipped) : -Double.log(1 - clipped)
    }

    /// Expected and largest calibration error over equal-width bins (Guo et al. 2017), of P(positive).
    private func calibrationError(_ scores: [Double], bins: Int) -> (expected: Double, largest: Double) {
        var rows = [Int](repeating: 0, count: bins)
        var positives = [Int](repeating: 0, count: bins)
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: bins)
        for (score, label) in zip(scores, labels) {
            let bin = min(Int(score * Double(bins)), bins - 1)
            rows[bin] += 1
            positives[bin] += Int(label)
            sums[bin].add(score)
        }
        var expected = 0.0
        var largest = 0.0
        for bin in 0..<bins where rows[bin] > 0 {
            let count = Double(rows[bin])
            let error = (sums[bin].value / count - Double(positives[bin]) / count).magnitude
            expected += count / Double(scores.count) * error
            largest = max(largest, error)
        }
        return (expected, largest)
    }
}
