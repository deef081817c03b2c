extension MetricDefinition {
    /// The quantities that weights can take the place of counts in (specification of the metrics, section 1).
    package static let weightedQuantities = [
        "accuracy", "selection_rate", "tpr", "fpr", "brier", "auroc", "auprc", "flip_rate",
    ]

    /// Whether it can be computed from weighted rows.
    package var hasWeightedForm: Bool {
        switch kind {
        case .quantity: Self.weightedQuantities.contains(name)
        case .gap(let quantity), .worst(let quantity): Self.weightedQuantities.contains(quantity)
        case .spread: false
        case .combined(let quantities, _): quantities.allSatisfy(Self.weightedQuantities.contains)
        }
    }
}
