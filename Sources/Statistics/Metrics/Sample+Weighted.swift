extension Sample {
    /// The sum of the rows' weights.
    package var totalWeight: Double { sum { _, _ in true } }

    /// The share of the weights that positive rows carry; undefined where the weights sum to 0.
    package var weightedBaseRate: Quantity {
        .ratio(sum { label, _ in label == 1 }, totalWeight, else: counts.total > 0 ? .noWeight : .noRows)
    }

    /// A quantity with weights in place of counts (those marked W in spec/metrics.md, section 1).
    ///
    /// - Returns: nil for a quantity that has no weighted form; undefined where the weights sum to 0.
    package func weighted(_ metric: GroupMetric) -> Quantity? {
        guard counts.total > 0 else { return .undefined(.noRows) }
        switch metric {
        case .accuracy: return .ratio(sum { $0 == $1 }, totalWeight, else: .noWeight)
        case .selectionRate, .flipRate: return .ratio(sum { $1 == 1 }, totalWeight, else: .noWeight)
        case .tpr:
            return .ratio(sum { $0 == 1 && $1 == 1 }, sum { label, _ in label == 1 }, else: .noPositives)
        case .fpr:
            return .ratio(sum { $0 == 0 && $1 == 1 }, sum { label, _ in label == 0 }, else: .noNegatives)
        case .brier, .auroc, .auprc:
            guard let scores else { return .undefined(.noScores) }
            return weightedRanking(metric, scores)
        default: return nil
        }
    }

    private func weightedRanking(_ metric: GroupMetric, _ scores: [Double]) -> Quantity {
        let positives = sum { label, _ in label == 1 }
        let negatives = sum { label, _ in label == 0 }
        switch metric {
        case .brier:
            let errors = scores.indices.map { row in
                let error = scores[row] - Double(labels[row])
                return weight(row) * error * error
            }
            return .ratio(errors.compensatedSum(), totalWeight, else: .noWeight)
        case .auprc:
            return .ratio(weightedPrecision(scores), positives, else: .noPositives)
        default:
            guard positives > 0 else { return .undefined(.noPositives) }
            return .ratio(weightedWins(scores), positives * negatives, else: .noNegatives)
        }
    }

    /// The sum over pairs of a positive and a negative of their weights, ties one half.
    private func weightedWins(_ scores: [Double]) -> Double {
        var wins = CompensatedSum()
        var below = CompensatedSum()
        for block in tiedRows(scores) {
            let (positives, negatives) = weights(of: block)
            wins.add(positives * (below.value + negatives / 2))
            below.add(negatives)
        }
        return wins.value
    }

    private func weightedPrecision(_ scores: [Double]) -> Double {
        var sum = CompensatedSum()
        var (hits, called) = (CompensatedSum(), CompensatedSum())
        for block in tiedRows(scores).reversed() {
            let (positives, negatives) = weights(of: block)
            hits.add(positives)
            called.add(positives + negatives)
            if called.value > 0 { sum.add(positives * hits.value / called.value) }
        }
        return sum.value
    }

    /// The rows of each distinct score, by rising score.
    private func tiedRows(_ scores: [Double]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start = 0
        for row in scores.indices where row + 1 == scores.count || scores[row + 1] != scores[row] {
            blocks.append(start..<row + 1)
            start = row + 1
        }
        return blocks
    }

    private func weights(of rows: Range<Int>) -> (positives: Double, negatives: Double) {
        var (positives, negatives) = (0.0, 0.0)
        for row in rows {
            if labels[row] == 1 { positives += weight(row) } else { negatives += weight(row) }
        }
        return (positives, negatives)
    }

    private func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

    private func sum(where isCounted: (_ label: Int8, _ decision: Int8) -> Bool) -> Double {
        var sum = CompensatedSum()
        for row in labels.indices where isCounted(labels[row], decisions[row]) { sum.add(weight(row)) }
        return sum.value
    }

    /// The score that a rule chooses where rows count by their weights; undefined where a class has no weight.
    func weightedThreshold(_ rule: DecisionThreshold) -> Quantity {
        guard let scores else { return .undefined(.noScores) }
        let positives = sum { label, _ in label == 1 }
        let negatives = sum { label, _ in label == 0 }
        guard positives > 0 else { return .undefined(.noPositives) }
        if case .youden = rule, negatives <= 0 { return .undefined(.noNegatives) }
        var best = (merit: -Double.infinity, score: 1.0)
        var (hits, alarms) = (CompensatedSum(), CompensatedSum())
        for block in tiedRows(scores).reversed() {
            let weights = weights(of: block)
            hits.add(weights.positives)
            alarms.add(weights.negatives)
            let score = scores[block.lowerBound]
            if case .recall(let share) = rule {
                if hits.value >= share * positives - 1e-9 * positives { return .value(score) }
            } else {
                let merit = hits.value / positives - alarms.value / negatives
                // Of several the highest: what differs by rounding alone is the same.
                if merit > best.merit + 1e-12 { best = (merit, score) }
            }
        }
        return .value(best.score)
    }
}
