/// From which score on rows are called positive: a score, or a rule that chooses one on the rows themselves.
///
/// A rule is applied to all rows together, never to a group alone; weighted rows count by their weights. What it chose fits the rows it was chosen on better
/// than others, so that rates at it are apparent (spec/metrics.md, section 1).
package enum DecisionThreshold: Sendable, Hashable {
    /// This score.
    case score(Double)
    /// The score with the largest TPR - FPR (Youden 1950); of several the highest.
    case youden
    /// The highest score that calls at least this share of the positive rows positive.
    case recall(Double)

    /// Whether it is chosen on the rows.
    package var isChosen: Bool {
        if case .score = self { false } else { true }
    }

    /// The score, where it is one.
    package var score: Double? {
        if case .score(let score) = self { score } else { nil }
    }

    /// The threshold for some rows; undefined where a class that the rule looks at, or the scores, are missing.
    package func value(for sample: Sample) -> Quantity {
        if case .score(let score) = self { return .value(score) }
        guard let scores = sample.scores else { return .undefined(.noScores) }
        if sample.weights != nil { return sample.weightedThreshold(self) }
        guard sample.counts.positives > 0 else { return .undefined(.noPositives) }
        if case .youden = self, sample.counts.negatives == 0 { return .undefined(.noNegatives) }
        var best = (merit: Int.min, score: 1.0)
        for block in ScoreBlocks(sample, falling: true) {
            let (hits, alarms) = (
                block.positivesBefore + block.positives, block.negativesBefore + block.negatives
            )
            let score = scores[scores.count - hits - alarms]
            if case .recall(let share) = self {
                if Double(hits) >= share * Double(sample.counts.positives) - 1e-9 { return .value(score) }
            } else {
                // (TPR - FPR) P N, in whole numbers.
                let merit = hits * sample.counts.negatives - alarms * sample.counts.positives
                if merit > best.merit { best = (merit, score) }
            }
        }
        return .value(best.score)
    }
}
