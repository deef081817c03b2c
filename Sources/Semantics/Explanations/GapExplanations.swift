extension MetricExplanation {
    /// The metrics that compare groups, by name.
    static let gaps: [String: MetricExplanation] = rateGaps.merging(otherGaps) { first, _ in first }
        .merging(spreads) { first, _ in first }

    /// What is true of every largest-minus-smallest, whatever is compared.
    private static let noise =
        """
        The largest minus the smallest of noisy numbers is never below zero and grows with the \
        number of groups: equal groups show a gap too. Read it beside the gap that chance alone \
        would give and its p-value.
        """

    /// Gaps of rates that a decision has.
    private static let rateGaps: [String: MetricExplanation] = [
        "dp": MetricExplanation(
            asks: "How much more often is the classifier right in its best group than in its worst?",
            misleads: """
                \(noise) Watanabe and Frolov et al. call it demographic parity; in the literature that \
                name means the gap of selection rates, which is the same only where every image is a \
                melanoma. A classifier that is wrong everywhere has a small gap.
                """,
            formula: "max accuracy - min accuracy over the groups",
            source: "Watanabe and Frolov et al. 2025 (Table 2)"),
        "demographic_parity": MetricExplanation(
            asks: "How much more often is one group called positive than another?",
            misleads: "\(noise) It asks for equal answers even where the groups' true shares differ.",
            formula: "max - min of (TP + FP) / n over the groups", source: "Dwork et al. 2012"),
        "equal_opportunity": MetricExplanation(
            asks: "How much more often are melanomas found in one group than in another?",
            misleads: "\(noise) It says nothing of false alarms.",
            formula: "max - min of TP / (TP + FN) over the groups", source: "Hardt, Price and Srebro 2016"),
        "equalized_odds": MetricExplanation(
            asks: "Are melanomas found, and benign lesions wrongly flagged, equally often in all groups?",
            misleads: "\(noise) It needs benign images; of melanomas alone it is undefined, never zero.",
            formula: "the larger of the TPR gap and the FPR gap", source: "Hardt, Price and Srebro 2016"),
        "demographic_parity_ratio": MetricExplanation(
            asks: "How often is the group called positive least called so, as a share of the most?",
            misleads: """
                Ratios of small rates jump about, and 0.8, the four-fifths rule, is a rule of thumb of \
                hiring, not of medicine.
                """,
            formula: "min / max of (TP + FP) / n over the groups",
            undefined: "no group is ever called positive", source: "EEOC 1978; fairlearn"),
        "equalized_odds_mean": MetricExplanation(
            asks: "The same as equalized odds, with the two gaps averaged?",
            misleads: "\(noise) A large gap of one kind may hide behind a small one of the other.",
            formula: "mean of the TPR gap and the FPR gap", source: "fairlearn"),
        "equalized_odds_ratio": MetricExplanation(
            asks: "The same as equalized odds, as a ratio: 1 is equal, 0 is as unequal as can be?",
            misleads: """
                Ratios of small rates jump about: one false alarm more in a small group may halve it.
                """,
            formula: "the smaller of min TPR / max TPR and min FPR / max FPR", source: "fairlearn"),
        "predictive_parity": MetricExplanation(
            asks: "Does an alarm mean the same in every group?",
            misleads: """
                \(noise) Groups with different shares of melanoma cannot have equal precision, TPR and \
                FPR at once (Chouldechova 2017), so one of these gaps is never zero.
                """,
            formula: "max - min of TP / (TP + FP) over the groups", source: "Chouldechova 2017"),
        "fpr_gap": MetricExplanation(
            asks: "How much more often are benign lesions flagged in one group than in another?",
            misleads: noise,
            formula: "max FPR - min FPR", source: "Hardt, Price and Srebro 2016"),
        "fnr_gap": MetricExplanation(
            asks: "How much more often are melanomas missed in one group than in another?", misleads: noise,
            formula: "max FNR - min FNR", source: "Hardt, Price and Srebro 2016"),
        "tnr_gap": MetricExplanation(
            asks: "How much more often are benign lesions left alone in one group than in another?",
            misleads: noise,
            formula: "max TNR - min TNR", source: "Hardt, Price and Srebro 2016"),
        "npv_gap": MetricExplanation(
            asks: "Does `benign` mean the same in every group?",
            misleads: "\(noise) It moves with the groups' shares of melanoma.",
            formula: "max NPV - min NPV", source: "Chouldechova 2017"),
    ]

    /// Gaps of other quantities, and the worst group.
    private static let otherGaps: [String: MetricExplanation] = [
        "auc_gap": MetricExplanation(
            asks: "How much better are melanomas ranked above benign lesions in one group than in another?",
            misleads: "\(noise) Equal areas do not mean that one threshold serves all groups equally.",
            formula: "max AUROC - min AUROC", source: "DeLong et al. 1988 (variances)"),
        "auprc_gap": MetricExplanation(
            asks: "How much does the average precision differ between groups?",
            misleads: "\(noise) Most of it is the difference of the groups' shares of melanoma.",
            formula: "max AUPRC - min AUPRC", source: "Davis and Goadrich 2006"),
        "f1_gap": MetricExplanation(
            asks: "How much does F1 differ between groups?",
            misleads: "\(noise) Groups with other shares of melanoma differ in F1 by that alone.",
            formula: "max F1 - min F1", source: "van Rijsbergen 1979"),
        "balanced_accuracy_gap": MetricExplanation(
            asks: "How much does the balanced accuracy differ between groups?", misleads: noise,
            formula: "max - min of (TPR + TNR) / 2", source: "Brodersen et al. 2010"),
        "brier_gap": MetricExplanation(
            asks: "How much further from the truth are the probabilities in one group than in another?",
            misleads: "\(noise) It moves with the groups' shares of melanoma.",
            formula: "max Brier - min Brier", source: "Brier 1950"),
        "ece_gap": MetricExplanation(
            asks: "How much worse calibrated is one group than another?",
            misleads: """
                \(noise) Small groups look badly calibrated by chance, so the gap is largest where \
                groups are small.
                """,
            formula: "max ECE - min ECE", source: "Guo et al. 2017"),
        "worst_group": MetricExplanation(
            asks: "How good is the classifier in the group it serves worst?",
            misleads: """
                The worst of many noisy numbers is worse than any group truly is; look at the group's \
                interval and size.
                """,
            formula: "min accuracy over the groups", source: "Rawls 1971; Sagawa et al. 2020"),
    ]
}
