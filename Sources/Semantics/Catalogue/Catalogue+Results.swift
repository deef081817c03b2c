extension Catalogue {
    /// The options of `report ... with`.
    static let standardReportOptions: [OptionDefinition] = [
        interval, test, correct,
        OptionDefinition(
            "min_n", [.integer(0...1_000_000_000)], defaults: [.integer(10)],
            "images below which a group takes no part in claims about the worst"),
        excluding,
        OptionDefinition(
            "prior", [.word(["moments", "likelihood", "additive"])],
            "toward what rates of a crossing are drawn: the mean of all, by moments or likelihood, or what the attributes add up to"
        ),
        OptionDefinition(
            "adjusting", [.texts],
            "attributes that must not explain a gap: its test exchanges labels within their levels alone"),
        OptionDefinition(
            "to", [.word(["overall", "group"]), .level], required: 1,
            "signed differences to everybody (`to overall`) or to one group (`to group m`, `to group \"m|30\"`)"
        ),
        resample, threshold,
    ]

    /// The options of `compare ... with`.
    static let standardCompareOptions: [OptionDefinition] = [
        interval, test, correct, excluding, resample, threshold,
    ]

    private static let interval = OptionDefinition(
        "ci",
        [
            .word([
                "wilson", "clopper_pearson", "jeffreys", "agresti_coull", "logit", "bootstrap", "bca", "none",
            ]), .share,
        ], required: 1, defaults: [.word("wilson"), .percent(0.95)],
        "the intervals and their level: of proportions by this method, of an AUC by DeLong (`logit`: on that scale), of the rest by bootstrap (`bca`: accelerated; `bootstrap`: of everything)"
    )

    private static let test = OptionDefinition(
        "test", [.word(["permutation", "none"]), .integer(99...1_000_000)], required: 1,
        defaults: [.word("permutation")],
        "the test of a gap: exact for proportions, else from this many draws (9999)")

    private static let correct = OptionDefinition(
        "correct", [.word(["holm", "bh", "none"])], defaults: [.word("none")],
        "the correction for many tests: Holm's, or Benjamini and Hochberg's")

    private static let resample = OptionDefinition(
        "resample", [.word(["group", "class"])],
        "what bootstrap resamples keep: the size of each group, or also of each class in it")

    private static let excluding = OptionDefinition(
        "excluding", [.word(["unknown"])], "leaves out groups whose attribute is not stated")

    private static let threshold = OptionDefinition(
        "threshold", [.shareOrWord(["youden", "recall"]), .share], required: 1,
        "the probability from which a row counts as positive here, in place of the audit's; `youden` and `recall 90%` choose it on these rows"
    )

    /// The kinds of plot.
    static let standardPlots: [PlotDefinition] = [
        PlotDefinition(
            name: "grid", title: "one image a group, in rows and columns", content: .images,
            options: [
                OptionDefinition(
                    "pick", [.integer(1...1_000_000)], defaults: [.integer(1)],
                    "which image of each cell, from 1")
            ]),
        PlotDefinition(
            name: "bars", title: "a value of each group with its interval, beside what chance alone spreads",
            content: .results(.quantities, implied: "accuracy", factors: 1...4)),
        PlotDefinition(
            name: "gaps", title: "gaps beside what chance alone would give",
            content: .results(.gaps, implied: "dp", factors: 1...4)),
        PlotDefinition(
            name: "heatmap", title: "a value of each cell of a crossing, raw beside shrunken",
            content: .results(.quantities, implied: "accuracy", factors: 2...2)),
        PlotDefinition(
            name: "calibration", title: "how often what is called probable is so, for each group",
            content: .results(.none, implied: "ece", factors: 0...4)),
        PlotDefinition(
            name: "roc", title: "the ROC curve of each group",
            content: .results(.none, implied: "auroc", factors: 0...4)),
        PlotDefinition(
            name: "sizes", title: "how many images each group has",
            content: .results(.none, implied: "base_rate", factors: 1...4)),
    ]

    /// The formats of `export`.
    static let standardFormats: [FormatDefinition] = [
        FormatDefinition(name: "csv", extensions: ["csv"], takes: [.report, .audit, .cohort]),
        FormatDefinition(name: "json", extensions: ["json"], takes: [.report, .audit, .cohort]),
        FormatDefinition(name: "text", extensions: ["txt"], takes: [.report, .audit, .cohort]),
        FormatDefinition(name: "html", extensions: ["html", "htm"], takes: [.report]),
        FormatDefinition(name: "md", extensions: ["md"], takes: [.report]),
        FormatDefinition(name: "tex", extensions: ["tex"], takes: [.report]),
        FormatDefinition(name: "junit", extensions: ["junit.xml", "xml"], takes: [.report]),
        FormatDefinition(name: "sarif", extensions: ["sarif", "sarif.json"], takes: [.report]),
    ]
}
