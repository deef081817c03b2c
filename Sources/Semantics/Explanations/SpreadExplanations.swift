extension MetricExplanation {
    /// Comparisons of groups other than by the largest less the smallest value, by name.
    static let spreads: [String: MetricExplanation] = [
        "accuracy_gini": MetricExplanation(
            asks: "How unevenly is accuracy spread over all groups, not only the best and the worst?",
            misleads: """
                Each group counts once, however few images it has, so small groups raise it by noise \
                alone; its bounds, from those of the variance between groups and of their mean, allow for \
                that. It is far below the gap in size: 0.05 can be a lot.
                """,
            formula: "sum over pairs of groups of |a_i - a_j| / (2 k^2 mean a), k groups with accuracies a",
            undefined: "fewer than two groups have images, or no group has a right answer",
            source: "Gini 1912"),
        "dp_shrunk": MetricExplanation(
            asks: "How large is the gap of accuracies once each group's noise is allowed for?",
            misleads: """
                Groups are drawn toward the mean of all as far as their sizes ask for, so a real but \
                small group that is treated badly looks better than it is: read it beside `dp`. Its \
                bounds are those of `dp`, for both speak of the same true gap, and shorter ones that trust \
                the shrinking fall short where one group is unlike the others.
                """,
            formula: "max - min of (k + a) / (n + a + b), Beta(a, b) fitted to all groups by moments",
            undefined: "fewer than two groups have images, or each has one",
            source: "Kleinman 1973; Robbins 1956"),
        "accuracy_variance": MetricExplanation(
            asks: "How much do the groups' accuracies vary beyond what their sizes alone make them vary?",
            misleads: """
                It is a variance: its square root is in the units of accuracy. Below 0 it says that the \
                groups vary less than chance gives; read that as 0. Its bounds are at least 0.
                """,
            formula: "sum of (a_i - mean a)^2 / (k - 1) - mean of a_i (1 - a_i) / (n_i - 1)",
            undefined: "fewer than two groups have images, or one of them has a single image",
            source: "Lum, Zhang and Bower 2022"),
        "differential_fairness": MetricExplanation(
            asks:
                "At most how many times likelier is one group to be called positive, or negative, than another?",
            misleads: """
                It is a logarithm: 0.7 means twice as likely. It looks at the two groups furthest apart \
                and grows by chance where groups are small; it asks for equal answers even where the \
                groups' true shares differ.
                """,
            formula: "max over pairs and both answers of |ln(r_i / r_j)|, r = (k + 1/2) / (n + 1)",
            undefined: "fewer than two groups have images", source: "Foulds et al. 2020"),
    ]

    /// How unevenly single images are treated, by name; the benefit b of an image is decision - y + 1.
    static let inequality: [String: MetricExplanation] = [
        "generalized_entropy": benefits(
            formula: "mean of ((b / mean b)^2 - 1) / 2, b = decision - y + 1", source: "Speicher et al. 2018"),
        "theil": benefits(
            formula: "mean of (b / mean b) ln(b / mean b), b = decision - y + 1", source: "Theil 1967"),
        "mean_log_deviation": benefits(
            formula: "- mean of ln(b / mean b), b = decision - y + 1", undefined: "a melanoma is missed",
            source: "Theil 1967; Speicher et al. 2018"),
        "gini": benefits(
            formula: "mean over pairs of images of |b_i - b_j| / (2 mean b), b = decision - y + 1",
            source: "Gini 1912"),
    ]

    private static func benefits(
        formula: String, undefined: String = "", source: String
    ) -> MetricExplanation {
        MetricExplanation(
            asks: """
                How unevenly do single images fare, where a missed melanoma gains 0, a right answer 1 and \
                a false alarm 2?
                """,
            misleads: """
                It takes a false alarm for a benefit. It is about images, not groups: among melanomas \
                alone it only restates accuracy.
                """,
            formula: formula,
            undefined: [undefined, "the group has no rows, or all its images are missed melanomas"]
                .filter { !$0.isEmpty }.joined(separator: "; "),
            source: source)
    }
}
