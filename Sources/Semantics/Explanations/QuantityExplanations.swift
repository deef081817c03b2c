extension MetricExplanation {
    /// The metrics with one value a group, by name; TP, FP, TN and FN count the rows of one group.
    static let quantities: [String: MetricExplanation] = decisions.merging(scores) { first, _ in first }
        .merging(variants) { first, _ in first }.merging(inequality) { first, _ in first }

    /// Those computed from decisions alone.
    private static let decisions: [String: MetricExplanation] = [
        "accuracy": MetricExplanation(
            asks: "What share of the images does the classifier get right?",
            misleads: """
                Where one class is rare, always answering the common one is accurate and useless; and \
                groups with different shares of melanoma differ in accuracy even where the classifier \
                treats them alike.
                """,
            formula: "(TP + TN) / n", undefined: "the group has no rows", source: "standard"),
        "selection_rate": MetricExplanation(
            asks: "What share of the images is called positive?",
            misleads: """
                It does not look at the truth. A group with more melanomas should be called positive \
                more often.
                """,
            formula: "(TP + FP) / n", undefined: "the group has no rows", source: "Dwork et al. 2012"),
        "flip_rate": MetricExplanation(
            asks: """
                Told that the same image is of a person of another sex, in what share of the images does the \
                classifier decide otherwise?
                """,
            misleads: """
                A classifier that ignores what it is told never flips, and may still find fewer melanomas in one \
                group; and one whose scores shift far from the threshold flips nothing yet. It needs `audit ... with \
                vary ATTRIBUTE` and changes what the classifier is told, not what the image shows.
                """,
            formula: "images whose decision is not the same for all values / n",
            undefined: "the group has no rows", source: "Kusner et al. 2017; Garg et al. 2019"),
        "base_rate": MetricExplanation(
            asks: "What share of the images truly is positive?",
            misleads: """
                It describes the data, not the classifier; of a generated cohort it is what the script \
                asked for.
                """,
            formula: "(TP + FN) / n", undefined: "the group has no rows", source: "standard (prevalence)"),
        "tpr": MetricExplanation(
            asks: "Of the melanomas, what share is found?",
            misleads: "Calling everything positive finds all of them. Read it beside the specificity.",
            formula: "TP / (TP + FN)", undefined: "the group has no positives",
            source: "standard (recall, sensitivity)"),
        "fnr": MetricExplanation(
            asks: "Of the melanomas, what share is missed?",
            misleads: "It says nothing of false alarms. It is one minus the sensitivity.",
            formula: "FN / (TP + FN)", undefined: "the group has no positives", source: "standard (miss rate)"
        ),
        "fpr": MetricExplanation(
            asks: "Of the benign lesions, what share is called melanoma?",
            misleads: "Where melanomas are rare even a small rate means that most alarms are false.",
            formula: "FP / (FP + TN)", undefined: "the group has no negatives", source: "standard"),
        "tnr": MetricExplanation(
            asks: "Of the benign lesions, what share is left alone?",
            misleads: "Calling nothing positive is perfectly specific. Read it beside the sensitivity.",
            formula: "TN / (FP + TN)", undefined: "the group has no negatives",
            source: "standard (specificity)"),
        "ppv": MetricExplanation(
            asks: "When the classifier says melanoma, how often is it one?",
            misleads: """
                It rises and falls with the share of melanomas in the data. A generated cohort that is \
                half melanoma gives a far larger value than any clinic; with melanomas only it is always \
                1.
                """,
            formula: "TP / (TP + FP)", undefined: "nothing was called positive",
            source: "standard (precision)"),
        "npv": MetricExplanation(
            asks: "When the classifier says benign, how often is that right?",
            misleads: "It falls with the share of melanomas in the data, as the precision rises with it.",
            formula: "TN / (TN + FN)", undefined: "nothing was called negative", source: "standard"),
        "f1": MetricExplanation(
            asks: "How well are melanomas found without false alarms, as one number?",
            misleads: """
                It ignores the benign lesions that were left alone, and depends on the share of \
                melanomas, so it cannot be compared between data sets or groups with different shares.
                """,
            formula: "2 TP / (2 TP + FP + FN)", undefined: "no row is positive, truly or by decision",
            source: "van Rijsbergen 1979"),
        "balanced_accuracy": MetricExplanation(
            asks: "How accurate would the classifier be if both classes were equally common?",
            misleads: "It weighs a missed melanoma and a false alarm as equals, which a clinic does not.",
            formula: "(TPR + TNR) / 2", undefined: "one class is missing", source: "Brodersen et al. 2010"),
        "mcc": MetricExplanation(
            asks: "How strongly do decisions and truth go together, from -1 to 1?",
            misleads: """
                It depends on the share of melanomas, if less than F1; 0 may mean chance or a useless \
                constant.
                """,
            formula: "(TP TN - FP FN) / sqrt((TP + FP)(TP + FN)(TN + FP)(TN + FN))",
            undefined: "one class is missing, truly or among the decisions",
            source: "Chicco and Jurman 2020"),
    ]

    /// Those computed from probabilities.
    private static let scores: [String: MetricExplanation] = [
        "brier": MetricExplanation(
            asks: "How far are the probabilities from what happened, squared?",
            misleads: """
                It mixes ranking and calibration, and its best value depends on the share of melanomas.
                """,
            formula: "mean of (score - y)^2", undefined: "the group has no rows", source: "Brier 1950"),
        "log_loss": MetricExplanation(
            asks: "How surprised are the probabilities by what happened?",
            misleads: "One confident mistake can outweigh a thousand good answers.",
            formula: "- mean of y ln q + (1 - y) ln(1 - q), q the score kept off 0 and 1 by 1e-15",
            undefined: "the group has no rows", source: "standard (cross-entropy)"),
        "ece": MetricExplanation(
            asks: "When the classifier says 70 %, is it melanoma 70 % of the time?",
            misleads: """
                With few rows it is too large by chance alone, so small groups look badly calibrated: do \
                not rank groups of different size by it; its interval allows for that, and reaches 0 where \
                chance alone could be all. A useless classifier that always says the base \
                rate is perfect.
                """,
            formula: "sum over 15 equal bins of (n_b / n) |mean score_b - mean y_b|",
            undefined: "the group has no rows", source: "Guo et al. 2017"),
        "mce": MetricExplanation(
            asks: "How wrong are the probabilities in the worst of fifteen bins?",
            misleads: """
                The worst bin is often one with three images in it, so no interval of it is known to hold: \
                `ece` has one.
                """,
            formula: "largest |mean score_b - mean y_b| over 15 equal bins",
            undefined: "the group has no rows",
            source: "Guo et al. 2017"),
        "auroc": MetricExplanation(
            asks: """
                Of a random melanoma and a random benign lesion, how often has the melanoma the higher \
                score?
                """,
            misleads: """
                It does not say how good the decisions at the threshold in use are, and a group can rank \
                well within itself while all its scores are too low.
                """,
            formula: "share of (positive, negative) pairs in order, ties one half",
            undefined: "one class is missing",
            source: "Hanley and McNeil 1982; interval: DeLong et al. 1988"),
        "auprc": MetricExplanation(
            asks: "How precise are the alarms, averaged over all thresholds?",
            misleads: """
                Its chance level is the share of melanomas, so values from different groups or data sets \
                with other shares cannot be compared.
                """,
            formula: "sum of (recall_k - recall_{k-1}) precision_k, highest threshold first",
            undefined: "the group has no positives", source: "Davis and Goadrich 2006"),
    ]
}
