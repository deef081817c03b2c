/// One corner of a ROC curve.
package struct OperatingPoint: Sendable, Hashable {
    /// FP / N of the rule `score >= t`.
    package let falsePositiveRate: Double
    /// TP / P of the rule.
    package let truePositiveRate: Double
}

/// The rows of a group whose scores lie in one interval of equal width.
package struct CalibrationBin: Sendable, Hashable {
    /// How many rows.
    package let count: Int
    /// How many of them are positive.
    package let positives: Int
    /// The mean of their scores.
    package let meanScore: Double

    /// The share of positives.
    package var observed: Double { Double(positives) / Double(count) }
}

extension Sample {
    /// The ROC curve from (0, 0) to (1, 1), a corner for each distinct score; tied rows cross a threshold together.
    ///
    /// Empty without scores, or where a class is missing.
    package var rocCurve: [OperatingPoint] {
        guard counts.positives > 0, counts.negatives > 0, let scores else { return [] }
        var points = [OperatingPoint(falsePositiveRate: 0, truePositiveRate: 0)]
        var (hits, alarms) = (0, 0)
        for row in scores.indices.reversed() {
            if labels[row] == 1 { hits += 1 } else { alarms += 1 }
            guard row == 0 || scores[row - 1] != scores[row] else { continue }
            points.append(
                OperatingPoint(
                    falsePositiveRate: Double(alarms) / Double(counts.negatives),
                    truePositiveRate: Double(hits) / Double(counts.positives)))
        }
        return points
    }

    /// The filled bins of the calibration errors (spec/metrics.md, section 1), by rising score; empty without scores.
    package func calibrationBins(_ bins: Int) -> [CalibrationBin] {
        guard let scores else { return [] }
        var rows = [Int](repeating: 0, count: bins)
        var positives = [Int](repeating: 0, count: bins)
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: bins)
        for (score, label) in zip(scores, labels) {
            let bin = min(Int(score * Double(bins)), bins - 1)
            rows[bin] += 1
            positives[bin] += Int(label)
            sums[bin].add(score)
        }
        return (0..<bins).filter { rows[$0] > 0 }.map {
            CalibrationBin(
                count: rows[$0], positives: positives[$0], meanScore: sums[$0].value / Double(rows[$0]))
        }
    }
}
