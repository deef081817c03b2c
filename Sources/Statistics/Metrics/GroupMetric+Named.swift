extension GroupMetric: RawRepresentable, CaseIterable {
    /// All quantities of labels, scores and decisions, without a parameter.
    package static let allCases: [GroupMetric] = [
        accuracy, selectionRate, baseRate, tpr, fnr, fpr, tnr, ppv, npv, f1, balancedAccuracy, mcc, brier,
        logLoss, ece10, ece15, mce10, mce15, meanScore, calibrationInTheLarge, auroc, aurocVariance, auprc,
        sensitivityAt80, sensitivityAt90, sensitivityAt95, generalisedEntropy, theil, meanLogDeviation, gini,
    ]

    /// The quantity with this name in scripts and files.
    package init?(rawValue: String) {
        let all = Self.allCases + [.flipRate]
        guard let metric = all.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = metric
    }

    /// Its name in scripts and files.
    package var rawValue: String {
        switch self {
        case .selectionRate: "selection_rate"
        case .baseRate: "base_rate"
        case .flipRate: "flip_rate"
        case .balancedAccuracy: "balanced_accuracy"
        case .logLoss: "log_loss"
        case .ece10: "ece_10"
        case .ece15: "ece_15"
        case .mce10: "mce_10"
        case .mce15: "mce_15"
        case .meanScore: "mean_score"
        case .calibrationInTheLarge: "calibration_in_the_large"
        case .aurocVariance: "auroc_delong_var"
        case .sensitivityAt80: "sens_at_spec_80"
        case .sensitivityAt90: "sens_at_spec_90"
        case .sensitivityAt95: "sens_at_spec_95"
        case .generalisedEntropy: "generalized_entropy"
        case .meanLogDeviation: "mean_log_deviation"
        case .entropy(let alpha):
            "generalized_entropy(alpha: \(Int(exactly: alpha).map { "\($0)" } ?? "\(alpha)"))"
        default: "\(self)"
        }
    }

    /// Generalised entropy with an alpha; 2 is the one without a parameter.
    package static func inequality(alpha: Double) -> GroupMetric {
        alpha == 2 ? .generalisedEntropy : .entropy(alpha: alpha)
    }
}
