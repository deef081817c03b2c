/// A quantity of one group of rows (spec/metrics.md, section 1).
package enum GroupMetric: Sendable, Hashable {
    case accuracy, selectionRate, baseRate, tpr, fnr, fpr, tnr, ppv, npv, f1, balancedAccuracy, mcc
    case brier, logLoss, ece10, ece15, mce10, mce15, meanScore, calibrationInTheLarge
    case auroc, aurocVariance, auprc, sensitivityAt80, sensitivityAt90, sensitivityAt95
    /// Generalised entropy with alpha 2, and the other inequalities of benefits that have names of their own.
    case generalisedEntropy, theil, meanLogDeviation, gini
    /// Generalised entropy with another alpha.
    case entropy(alpha: Double)
    /// The share of rows whose decision flips (Kusner et al. 2017), of a table whose decisions say which do.
    case flipRate

    /// Other names by which scripts may call a quantity.
    package static let aliases: [String: GroupMetric] = [
        "recall": .tpr, "sensitivity": .tpr, "specificity": .tnr, "precision": .ppv, "prevalence": .baseRate,
        "auc": .auroc, "ece": .ece15, "mce": .mce15, "average_precision": .auprc,
        "theil_index": .theil,
    ]

    /// The quantity with this name or alias.
    package init?(name: String) {
        guard let metric = GroupMetric(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = metric
    }

    /// Whether more of it is better.
    package var direction: Direction {
        switch self {
        case .accuracy, .tpr, .tnr, .ppv, .npv, .f1, .balancedAccuracy, .mcc, .auroc, .auprc,
            .sensitivityAt80,
            .sensitivityAt90, .sensitivityAt95:
            .higherIsBetter
        case .fnr, .fpr, .brier, .logLoss, .ece10, .ece15, .mce10, .mce15, .generalisedEntropy, .theil,
            .meanLogDeviation, .gini, .entropy, .flipRate:
            .lowerIsBetter
        case .selectionRate, .baseRate, .meanScore, .calibrationInTheLarge, .aurocVariance: .neither
        }
    }

    /// What the rows must contain for it to be defined.
    package var needs: MetricNeeds {
        switch self {
        case .accuracy, .selectionRate, .baseRate, .generalisedEntropy, .theil, .meanLogDeviation, .gini,
            .entropy, .flipRate:
            []
        case .tpr, .fnr, .ppv, .f1: [.positives]
        case .fpr, .tnr, .npv: [.negatives]
        case .balancedAccuracy, .mcc: [.positives, .negatives]
        case .brier, .logLoss, .ece10, .ece15, .mce10, .mce15, .meanScore, .calibrationInTheLarge: [.scores]
        case .auprc: [.positives, .scores]
        case .auroc, .aurocVariance, .sensitivityAt80, .sensitivityAt90, .sensitivityAt95:
            [.positives, .negatives, .scores]
        }
    }

    /// The quantity as successes of trials, or nil where it is no proportion of counted rows.
    ///
    /// Trials are 0 where the rate is undefined.
    package func proportion(of counts: Confusion) -> Proportion? {
        switch self {
        case .accuracy: Proportion(counts.correct, of: counts.total)
        case .selectionRate, .flipRate: Proportion(counts.predictedPositives, of: counts.total)
        case .baseRate: Proportion(counts.positives, of: counts.total)
        case .tpr: Proportion(counts.truePositives, of: counts.positives)
        case .fnr: Proportion(counts.falseNegatives, of: counts.positives)
        case .fpr: Proportion(counts.falsePositives, of: counts.negatives)
        case .tnr: Proportion(counts.trueNegatives, of: counts.negatives)
        case .ppv: Proportion(counts.truePositives, of: counts.predictedPositives)
        case .npv: Proportion(counts.trueNegatives, of: counts.predictedNegatives)
        default: nil
        }
    }

    /// Whether it measures how unevenly the benefits of single rows are spread (spec/metrics.md, section 3).
    package var isInequality: Bool {
        switch self {
        case .generalisedEntropy, .theil, .meanLogDeviation, .gini, .entropy: true
        default: false
        }
    }

    /// Whether it never exceeds 1 in size, so that bounds of it and of its differences may be cut off there.
    var isBounded: Bool {
        switch self {
        case .logLoss, .mcc, .generalisedEntropy, .theil, .meanLogDeviation, .entropy: false
        default: true
        }
    }

    /// Whether a method is known that gives an interval of it: the largest error of a bin is that of a bin with few
    /// rows, by chance, and a resample of these says little of it.
    package var hasInterval: Bool { ![.aurocVariance, .mce10, .mce15].contains(self) }

    /// Whether it is a calibration error over bins, which is biased upward in small groups.
    package var isBinned: Bool {
        switch self {
        case .ece10, .ece15, .mce10, .mce15: true
        default: false
        }
    }

    /// Whether it is a sensitivity at a threshold that is chosen on the very rows it is measured on.
    package var isApparent: Bool {
        switch self {
        case .sensitivityAt80, .sensitivityAt90, .sensitivityAt95: true
        default: false
        }
    }

    /// How many rows of the kind that it is made of a group has: of the scarcer class where it needs both.
    package func denominator(of counts: Confusion) -> Int {
        if let proportion = proportion(of: counts) { return proportion.trials }
        if needs.isSuperset(of: [.positives, .negatives]) { return min(counts.positives, counts.negatives) }
        return needs.contains(.positives) ? counts.positives : counts.total
    }

    /// Whether it is a proportion of counted rows, with the intervals and exact tests of proportions.
    package var isProportion: Bool { proportion(of: Confusion()) != nil }
}
