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
            "ece", "expected calibration error", [.labels, .probabilities], .lower, [], "Guo et al. 2017"),
        quantity(
            "mce", "largest calibration error", [.labels, .probabilities], .lower, [], "Guo et al. 2017"),
        quantity(
            "auroc", "area under the ROC curve", [.positives, .negatives, .probabilities], .higher, ["auc"],
            "Hanley and McNeil 1982"),
        quantity(
            "auprc", "average precision", [.positives, .probabilities], .higher, [],
            "Davis and Goadrich 2006"),
    ]

    private static func quantity(
        _ name: String, _ title: String, _ needs: MetricDefinition.Needs,
        _ direction: MetricDefinition.Direction,
        _ aliases: [String] = [], _ literature: String = ""
    ) -> MetricDefinition {
        var all = needs
        if needs.contains(.positives) || needs.contains(.negatives) { all.insert(.labels) }
        return MetricDefinition(
            name: name, aliases: aliases, title: title, kind: .quantity, needs: all, direction: direction,
            literature: literature)
    }
}
