extension MetricExplanation {
    /// The quantities of probabilities that are variants of others, by name.
    static let variants: [String: MetricExplanation] = [
        "ece_10": MetricExplanation(
            asks: "The same as `ece`, with ten bins: is it melanoma 70 % of the time when it says 70 %?",
            misleads: """
                Its value depends on the number of bins, so compare it only with ten bins. With few rows \
                it is too large by chance alone.
                """,
            formula: "sum over 10 equal bins of (n_b / n) |mean score_b - mean y_b|",
            undefined: "the group has no rows", source: "Guo et al. 2017"),
        "mce_10": MetricExplanation(
            asks: "How wrong are the probabilities in the worst of ten bins?",
            misleads: """
                The worst bin is often one with three images in it, so no interval of it is known to hold: \
                `ece` has one.
                """,
            formula: "largest |mean score_b - mean y_b| over 10 equal bins",
            undefined: "the group has no rows", source: "Guo et al. 2017"),
        "mean_score": MetricExplanation(
            asks: "How probable does the classifier think melanoma is, on average?",
            misleads: """
                It says nothing of single images; beside `base_rate` it shows whether all probabilities \
                of a group are too high or too low.
                """,
            formula: "mean of score", undefined: "the group has no rows",
            source: "calibration in the large (Cox 1958)"),
        "calibration_in_the_large": MetricExplanation(
            asks: "By how much is melanoma thought more probable, or less, than it is common?",
            misleads: """
                It is an average: probabilities that are too high for some images and too low for others \
                may cancel out.
                """,
            formula: "mean of score - (TP + FN) / n", undefined: "the group has no rows",
            source: "calibration in the large (Cox 1958)"),
        "sens_at_spec_80": sensitivity(at: 80),
        "sens_at_spec_90": sensitivity(at: 90),
        "sens_at_spec_95": sensitivity(at: 95),
    ]

    private static func sensitivity(at percent: Int) -> MetricExplanation {
        MetricExplanation(
            asks:
                "How many melanomas would be found at a threshold that leaves \(percent) % of benign lesions alone?",
            misleads: """
                The threshold is chosen on the very rows that are judged, for each group its own, so it is \
                more than a clinic with one threshold would get.
                """,
            formula: "largest TPR of a rule score >= t with FP <= (1 - \(percent) / 100) N",
            undefined: "one class is missing", source: "Zweig and Campbell 1993")
    }
}
