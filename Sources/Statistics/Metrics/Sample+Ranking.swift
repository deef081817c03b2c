extension Sample {
    /// The quantities that depend on the order of the scores, for a group that has rows; O(n), rows are sorted.
    func ranking(_ metric: GroupMetric) -> Quantity {
        guard scores != nil else { return .undefined(.noScores) }
        guard counts.positives > 0 else { return .undefined(.noPositives) }
        if metric == .auprc { return .value(averagePrecision) }
        guard counts.negatives > 0 else { return .undefined(.noNegatives) }
        switch metric {
        case .aurocVariance:
            guard let variance = areaUnderCurve.variance else { return .undefined(.oneRow) }
            return .value(variance)
        case .sensitivityAt80: return .value(sensitivity(atSpecificity: 0.80))
        case .sensitivityAt90: return .value(sensitivity(atSpecificity: 0.90))
        case .sensitivityAt95: return .value(sensitivity(atSpecificity: 0.95))
        default: return .value(area)
        }
    }

    /// The area under the ROC curve and its variance after DeLong, DeLong & Clarke-Pearson 1988; the variance is
    /// nil with fewer than two rows of a class. Both classes must be present.
    private var areaUnderCurve: (area: Double, variance: Double?) {
        let (positives, negatives) = (Double(counts.positives), Double(counts.negatives))
        let area = area
        guard counts.positives > 1, counts.negatives > 1 else { return (area, nil) }
        var ofPositives = CompensatedSum()
        var ofNegatives = CompensatedSum()
        for block in ScoreBlocks(self) {
            let won = (Double(block.negativesBefore) + Double(block.negatives) / 2) / negatives - area
            let above = counts.positives - block.positivesBefore - block.positives
            let lost = (Double(above) + Double(block.positives) / 2) / positives - area
            ofPositives.add(Double(block.positives) * won * won)
            ofNegatives.add(Double(block.negatives) * lost * lost)
        }
        let variance =
            ofPositives.value / (positives - 1) / positives + ofNegatives.value / (negatives - 1) / negatives
        return (area, variance)
    }

    /// The area under the ROC curve: the share of pairs that are ranked right, ties one half.
    private var area: Double {
        var doubledWins = 0
        for block in ScoreBlocks(self) {
            doubledWins += block.positives * (2 * block.negativesBefore + block.negatives)
        }
        return Double(doubledWins) / (2 * Double(counts.positives) * Double(counts.negatives))
    }

    /// Average precision over the distinct thresholds, highest first, without interpolation.
    private var averagePrecision: Double {
        var sum = CompensatedSum()
        for block in ScoreBlocks(self, falling: true) where block.positives > 0 {
            let hits = block.positivesBefore + block.positives
            let called = hits + block.negativesBefore + block.negatives
            sum.add(Double(block.positives) * Double(hits) / Double(called))
        }
        return sum.value / Double(counts.positives)
    }

    /// The largest TPR of a rule `score >= t` whose false positives stay within the specificity.
    private func sensitivity(atSpecificity specificity: Double) -> Double {
        let allowed = Int((1 - specificity) * Double(counts.negatives) + 1e-9)
        var (hits, falseAlarms) = (0, 0)
        for block in ScoreBlocks(self, falling: true) {
            falseAlarms += block.negatives
            guard falseAlarms <= allowed else { break }
            hits += block.positives
        }
        return Double(hits) / Double(counts.positives)
    }
}
