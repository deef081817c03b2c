extension GapMetric {
    /// Max-min accuracy.
    package static let dp = GapMetric("dp", [.accuracy], .difference)
    /// Max-min selection rate.
    package static let demographicParity = GapMetric("demographic_parity", [.selectionRate], .difference)
    /// Min/max selection rate.
    package static let demographicParityRatio = GapMetric(
        "demographic_parity_ratio", [.selectionRate], .ratio)
    /// Max-min true-positive rate.
    package static let equalOpportunity = GapMetric("equal_opportunity", [.tpr], .difference)
    /// The larger of max-min true-positive rate and max-min false-positive rate.
    package static let equalizedOdds = GapMetric("equalized_odds", [.tpr, .fpr], .difference)
    /// The mean of these two.
    package static let equalizedOddsMean = GapMetric("equalized_odds_mean", [.tpr, .fpr], .meanDifference)
    /// The smaller of min/max true-positive rate and min/max false-positive rate.
    package static let equalizedOddsRatio = GapMetric("equalized_odds_ratio", [.tpr, .fpr], .ratio)
    /// Max-min precision.
    package static let predictiveParity = GapMetric("predictive_parity", [.ppv], .difference)
    /// Max-min false-positive rate.
    package static let fprGap = GapMetric("fpr_gap", [.fpr], .difference)
    /// Max-min false-negative rate.
    package static let fnrGap = GapMetric("fnr_gap", [.fnr], .difference)
    /// Max-min true-negative rate.
    package static let tnrGap = GapMetric("tnr_gap", [.tnr], .difference)
    /// Max-min negative predictive value.
    package static let npvGap = GapMetric("npv_gap", [.npv], .difference)
    /// Max-min area under the ROC curve.
    package static let aucGap = GapMetric("auc_gap", [.auroc], .difference)
    /// Max-min average precision.
    package static let auprcGap = GapMetric("auprc_gap", [.auprc], .difference)
    /// Max-min F1.
    package static let f1Gap = GapMetric("f1_gap", [.f1], .difference)
    /// Max-min balanced accuracy.
    package static let balancedAccuracyGap = GapMetric(
        "balanced_accuracy_gap", [.balancedAccuracy], .difference)
    /// Max-min Brier score.
    package static let brierGap = GapMetric("brier_gap", [.brier], .difference)
    /// Max-min calibration error.
    package static let eceGap = GapMetric("ece_gap", [.ece15], .difference)
    /// Min accuracy.
    package static let worstGroup = GapMetric("worst_group", [.accuracy], .smallest)
    /// Gini's coefficient of the groups' accuracies (spec/metrics.md, section 3).
    package static let accuracyGini = GapMetric("accuracy_gini", [.accuracy], .gini)
    /// Max-min of shrunken accuracies (spec/metrics.md, section 6).
    package static let dpShrunk = GapMetric("dp_shrunk", [.accuracy], .shrunken)
    /// The largest log ratio of smoothed selection rates (Foulds et al. 2020).
    package static let differentialFairness = GapMetric(
        "differential_fairness", [.selectionRate], .logRatio)

    /// The variance of accuracy between the groups, less its noise (spec/metrics.md, 5.6).
    package static let accuracyVariance = GapMetric("accuracy_variance", [.accuracy], .variance)

    /// All comparisons with names of their own.
    package static let allCases: [GapMetric] = [
        dp, demographicParity, demographicParityRatio, equalOpportunity, equalizedOdds, equalizedOddsMean,
        equalizedOddsRatio, predictiveParity, fprGap, fnrGap, tnrGap, npvGap, aucGap, auprcGap, f1Gap,
        balancedAccuracyGap, brierGap, eceGap, worstGroup, accuracyGini, dpShrunk, differentialFairness,
        accuracyVariance,
    ]

    /// Other names by which scripts may call a comparison.
    package static let aliases = [
        "accuracy_parity": "dp", "statistical_parity": "demographic_parity", "tpr_gap": "equal_opportunity",
    ]
}
