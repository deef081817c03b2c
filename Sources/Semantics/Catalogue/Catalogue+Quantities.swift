extension Catalogue {
    /// The metrics with one value a group: specification of the metrics, section 1.
    package static let quantities: [MetricDefinition] = [
        quantity("accuracy", "accuracy", .labels, .higher),
        quantity("selection_rate", "share called positive", [], .neutral, ["positive_rate"]),
        quantity("base_rate", "share truly positive", .labels, .neutral, ["prevalence"]),
        quantity("tpr", "true-positive rate", .positives, .higher, ["recall", "sensitivity"]),
        quantity("fnr", "false-negative rate", .positives, .lower, ["miss_rate"]),
        quantity("fpr", "false-positive rate", .negatives, .lower),
        quantity("tnr", "true-negative rate", .negatives, .higher, ["specificity"]),
        quantity("ppv", "positive predictive value", .labels, .higher, ["precision"]),
        quantity("npv", "negative predictive value", .negatives, .higher),
        quantity("f1", "F1", .labels, .higher),
        quantity("balanced_accuracy", "balanced accuracy", [.positives, .negatives], .higher),
        quantity("mcc", "Matthews correlation", [.positives, .negatives], .higher),
        quantity("brier", "Brier score", [.labels, .probabilities], .lower, [], "Brier 1950"),
        quantity("log_loss", "log loss", [.labels, .probabilities], .lower),
        quantity(
            "ece", "expected calibration error, 15 bins", [.labels, .probabilities], .lower, ["ece_15"],
            "Guo et al. 2017"),
        quantity("ece_10", "expected calibration error, 10 bins", [.labels, .probabilities], .lower),
        quantity(
            "mce", "largest calibration error, 15 bins", [.labels, .probabilities], .lower, ["mce_15"],
            "Guo et al. 2017"),
        quantity("mce_10", "largest calibration error, 10 bins", [.labels, .probabilities], .lower),
        quantity("mean_score", "mean probability", .probabilities, .neutral),
        quantity(
            "calibration_in_the_large", "mean probability less the share truly positive",
            [.labels, .probabilities], .neutral, [], "Cox 1958"),
        quantity(
            "auroc", "area under the ROC curve", [.positives, .negatives, .probabilities], .higher, ["auc"],
            "Hanley and McNeil 1982"),
        quantity(
            "auprc", "average precision", [.positives, .probabilities], .higher, ["average_precision"],
            "Davis and Goadrich 2006"),
        quantity(
            "sens_at_spec_80", "sensitivity at 80 % specificity", [.positives, .negatives, .probabilities],
            .higher),
        quantity(
            "sens_at_spec_90", "sensitivity at 90 % specificity", [.positives, .negatives, .probabilities],
            .higher),
        quantity(
            "sens_at_spec_95", "sensitivity at 95 % specificity", [.positives, .negatives, .probabilities],
            .higher),
        quantity(
            "generalized_entropy", "inequality of benefits, generalized entropy with alpha 2", .labels,
            .lower,
            [], "Speicher et al. 2018",
            MetricDefinition.Parameter(
                name: "alpha", range: -10...10, usual: 2,
                summary: "2 weighs the best served most, numbers below 0 the worst served")),
        quantity("theil", "inequality of benefits, Theil's T", .labels, .lower, ["theil_index"]),
        quantity("mean_log_deviation", "inequality of benefits, mean log deviation", .labels, .lower),
        quantity("gini", "inequality of benefits, Gini coefficient", .labels, .lower),
        quantity(
            "flip_rate", "share of decisions that flip when told otherwise", .counterfactual, .lower, [],
            "Kusner et al. 2017"),
    ]

    private static func quantity(
        _ name: String, _ title: String, _ needs: MetricDefinition.Needs,
        _ direction: MetricDefinition.Direction,
        _ aliases: [String] = [], _ literature: String = "",
        _ parameter: MetricDefinition.Parameter? = nil
    ) -> MetricDefinition {
        var all = needs
        if needs.contains(.positives) || needs.contains(.negatives) { all.insert(.labels) }
        return MetricDefinition(
            name: name, aliases: aliases, title: title, kind: .quantity, needs: all, direction: direction,
            literature: literature, parameter: parameter)
    }
}
