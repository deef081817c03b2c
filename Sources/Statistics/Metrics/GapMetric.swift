/// A named comparison of groups (spec/metrics.md, section 2); the raw value is its name in scripts and files.
package enum GapMetric: String, Sendable, Hashable, CaseIterable {
    case dp
    case demographicParity = "demographic_parity"
    case demographicParityRatio = "demographic_parity_ratio"
    case equalOpportunity = "equal_opportunity"
    case equalizedOdds = "equalized_odds"
    case equalizedOddsMean = "equalized_odds_mean"
    case equalizedOddsRatio = "equalized_odds_ratio"
    case predictiveParity = "predictive_parity"
    case fprGap = "fpr_gap"
    case fnrGap = "fnr_gap"
    case tprGap = "tpr_gap"
    case tnrGap = "tnr_gap"
    case npvGap = "npv_gap"
    case aucGap = "auc_gap"
    case auprcGap = "auprc_gap"
    case f1Gap = "f1_gap"
    case balancedAccuracyGap = "balanced_accuracy_gap"
    case brierGap = "brier_gap"
    case eceGap = "ece_gap"
    case worstGroup = "worst_group"

    /// Other names by which scripts may call a comparison.
    package static let aliases: [String: GapMetric] = [
        "accuracy_parity": .dp, "statistical_parity": .demographicParity,
    ]

    /// The comparison with this name or alias.
    package init?(name: String) {
        guard let metric = GapMetric(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = metric
    }

    /// The quantities compared: one, or for equalized odds two.
    package var quantities: [GroupMetric] {
        switch self {
        case .dp, .worstGroup: [.accuracy]
        case .demographicParity, .demographicParityRatio: [.selectionRate]
        case .equalOpportunity, .tprGap: [.tpr]
        case .equalizedOdds, .equalizedOddsMean, .equalizedOddsRatio: [.tpr, .fpr]
        case .predictiveParity: [.ppv]
        case .fprGap: [.fpr]
        case .fnrGap: [.fnr]
        case .tnrGap: [.tnr]
        case .npvGap: [.npv]
        case .aucGap: [.auroc]
        case .auprcGap: [.auprc]
        case .f1Gap: [.f1]
        case .balancedAccuracyGap: [.balancedAccuracy]
        case .brierGap: [.brier]
        case .eceGap: [.ece15]
        }
    }

    /// Whether it is a largest minus a smallest value, which is biased upward and never printed alone.
    package var isDifference: Bool {
        switch self {
        case .demographicParityRatio, .equalizedOddsRatio, .worstGroup, .equalizedOdds, .equalizedOddsMean:
            false
        default: true
        }
    }

    /// Whether more of it is better.
    package var direction: Direction {
        switch self {
        case .demographicParityRatio, .equalizedOddsRatio, .worstGroup: .higherIsBetter
        default: .lowerIsBetter
        }
    }

    /// What the rows must contain for it to be defined.
    package var needs: MetricNeeds {
        quantities.reduce(MetricNeeds.groups) { $0.union($1.needs) }
    }

    /// The name with what it stands for, as reports print it: `DP (max-min accuracy)`.
    package var title: String {
        let quantity = quantities[0].rawValue.replacing("_", with: " ")
        switch self {
        case .dp: return "DP (max-min accuracy)"
        case .equalizedOdds: return "equalized odds (larger of max-min tpr and max-min fpr)"
        case .equalizedOddsMean: return "equalized odds (mean of max-min tpr and max-min fpr)"
        case .equalizedOddsRatio: return "equalized odds ratio (smaller of min/max tpr and min/max fpr)"
        case .demographicParityRatio: return "demographic parity ratio (min/max selection rate)"
        case .worstGroup: return "worst group (min accuracy)"
        default: return "\(rawValue.replacing("_", with: " ")) (max-min \(quantity))"
        }
    }
}
