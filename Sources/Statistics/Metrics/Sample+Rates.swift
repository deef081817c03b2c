extension Sample {
    /// A quantity of this group, unweighted; undefined with its reason where a denominator is 0.
    package func quantity(_ metric: GroupMetric) -> Quantity {
        guard counts.total > 0 else { return .undefined(.noRows) }
        if let proportion = metric.proportion(of: counts) {
            return .ratio(proportion.successes, proportion.trials, else: reason(emptyDenominatorOf: metric))
        }
        switch metric {
        case .f1: return f1
        case .balancedAccuracy:
            return quantity(.tpr).combined(with: quantity(.tnr)) { ($0 + $1) / 2 }
        case .mcc: return matthews
        case .generalisedEntropy, .theil, .meanLogDeviation, .gini, .entropy: return inequality(metric)
        case .brier, .logLoss, .meanScore, .calibrationInTheLarge, .ece10, .ece15, .mce10, .mce15:
            return calibration(metric)
        default: return ranking(metric)
        }
    }

    private func reason(emptyDenominatorOf metric: GroupMetric) -> Undefined {
        switch metric {
        case .tpr, .fnr: .noPositives
        case .fpr, .tnr: .noNegatives
        case .ppv: .noPredictedPositives
        case .npv: .noPredictedNegatives
        default: .noRows
        }
    }

    /// How unevenly the benefits of the rows are spread.
    private func inequality(_ metric: GroupMetric) -> Quantity {
        let benefits = Inequality(benefitsOf: counts)
        switch metric {
        case .theil: return benefits.theil
        case .meanLogDeviation: return benefits.meanLogDeviation
        case .gini: return benefits.gini
        case .entropy(let alpha): return benefits.generalisedEntropy(alpha: alpha)
        default: return benefits.generalisedEntropy(alpha: 2)
        }
    }

    private var f1: Quantity {
        let hits = 2 * counts.truePositives
        return .ratio(hits, hits + counts.falsePositives + counts.falseNegatives, else: .noPositives)
    }

    /// Matthews' correlation coefficient; undefined where any margin is empty (scikit-learn answers 0).
    private var matthews: Quantity {
        if counts.positives == 0 { return .undefined(.noPositives) }
        if counts.negatives == 0 { return .undefined(.noNegatives) }
        if counts.predictedPositives == 0 { return .undefined(.noPredictedPositives) }
        if counts.predictedNegatives == 0 { return .undefined(.noPredictedNegatives) }
        let agreement = Double(counts.truePositives) * Double(counts.trueNegatives)
        let disagreement = Double(counts.falsePositives) * Double(counts.falseNegatives)
        let margins =
            (Double(counts.positives) * Double(counts.negatives)).squareRoot()
            * (Double(counts.predictedPositives) * Double(counts.predictedNegatives)).squareRoot()
        return .value((agreement - disagreement) / margins)
    }
}
