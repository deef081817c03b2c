extension Catalogue {
    /// The metrics that compare groups: specification of the metrics, section 2.
    package static let gaps: [MetricDefinition] = [
        gap(
            "dp", "DP (max-min accuracy)", of: "accuracy", ["accuracy_parity"],
            "called demographic parity by Watanabe and Frolov et al. 2025; in the literature: accuracy parity"
        ),
        gap(
            "demographic_parity", "demographic parity (max-min selection rate)", of: "selection_rate",
            ["statistical_parity"], "statistical parity, Dwork et al. 2012"),
        MetricDefinition(
            name: "demographic_parity_ratio", aliases: [],
            title: "demographic parity ratio (min/max selection rate)",
            kind: .combined(of: ["selection_rate"], isRatio: true), needs: [.groups], direction: .higher,
            literature: "below 0.8 the four-fifths rule speaks of adverse impact"),
        gap(
            "equal_opportunity", "equal opportunity (max-min true-positive rate)", of: "tpr", ["tpr_gap"],
            "Hardt, Price and Srebro 2016"),
        combined(
            "equalized_odds", "equalized odds (larger of the TPR and FPR gaps)", isRatio: false,
            "Hardt, Price and Srebro 2016"),
        combined(
            "equalized_odds_mean", "equalized odds (mean of the TPR and FPR gaps)", isRatio: false,
            "fairlearn"),
        combined(
            "equalized_odds_ratio", "equalized odds ratio (smaller of the TPR and FPR ratios)", isRatio: true,
            "fairlearn"),
        gap("predictive_parity", "predictive parity (max-min precision)", of: "ppv", [], "Chouldechova 2017"),
        gap("fpr_gap", "max-min false-positive rate", of: "fpr"),
        gap("fnr_gap", "max-min false-negative rate", of: "fnr"),
        gap("tnr_gap", "max-min true-negative rate", of: "tnr"),
        gap("npv_gap", "max-min negative predictive value", of: "npv"),
        gap("auc_gap", "max-min area under the ROC curve", of: "auroc"),
        gap("auprc_gap", "max-min average precision", of: "auprc"),
        gap("f1_gap", "max-min F1", of: "f1"),
        gap("balanced_accuracy_gap", "max-min balanced accuracy", of: "balanced_accuracy"),
        gap("brier_gap", "max-min Brier score", of: "brier"),
        gap("ece_gap", "max-min calibration error", of: "ece"),
        MetricDefinition(
            name: "worst_group", aliases: [], title: "worst group (min accuracy)",
            kind: .worst(of: "accuracy"),
            needs: [.labels, .groups], direction: .higher, literature: "Sagawa et al. 2020"),
        MetricDefinition(
            name: "accuracy_gini", aliases: [],
            title: "accuracy gini (Gini coefficient of the groups' accuracy)",
            kind: .spread(of: "accuracy"), needs: [.labels, .groups], direction: .lower, literature: ""),
        MetricDefinition(
            name: "dp_shrunk", aliases: [],
            title: "dp shrunk (max-min accuracy, each group drawn toward the mean)",
            kind: .spread(of: "accuracy"), needs: [.labels, .groups], direction: .lower,
            literature: "empirical Bayes"),
        MetricDefinition(
            name: "differential_fairness", aliases: [],
            title: "differential fairness (largest log ratio of smoothed selection rates)",
            kind: .spread(of: "selection_rate"), needs: [.groups], direction: .lower,
            literature: "epsilon of Foulds et al. 2020"),
        MetricDefinition(
            name: "accuracy_variance", aliases: [],
            title: "accuracy variance (variance of accuracy between groups, less its noise)",
            kind: .spread(of: "accuracy"), needs: [.labels, .groups], direction: .lower,
            literature: "double-corrected variance, Lum, Zhang and Bower 2022"),
    ]

    /// A gap, with the needs of its quantity and those of a comparison.
    private static func gap(
        _ name: String, _ title: String, of quantity: String, _ aliases: [String] = [],
        _ literature: String = ""
    ) -> MetricDefinition {
        let needs = quantities.first { $0.name == quantity }?.needs ?? []
        return MetricDefinition(
            name: name, aliases: aliases, title: title, kind: .gap(of: quantity), needs: needs.union(.groups),
            direction: .lower, literature: literature)
    }

    private static func combined(
        _ name: String, _ title: String, isRatio: Bool, _ literature: String
    ) -> MetricDefinition {
        MetricDefinition(
            name: name, aliases: [], title: title, kind: .combined(of: ["tpr", "fpr"], isRatio: isRatio),
            needs: [.labels, .positives, .negatives, .groups], direction: isRatio ? .higher : .lower,
            literature: literature)
    }
}
