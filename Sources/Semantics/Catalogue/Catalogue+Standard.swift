extension Catalogue {
    /// The catalogue of this version.
    public static let standard = Catalogue(
        attributes: standardAttributes, metrics: quantities + gaps, generators: standardGenerators,
        classifiers: standardClassifiers, datasets: standardDatasets, plots: standardPlots,
        formats: standardFormats,
        settings: standardSettings, auditOptions: standardAuditOptions, reportOptions: standardReportOptions,
        sampleOptions: standardSampleOptions, editions: [2026], defaultGenerator: "phantom_dit",
        defaultPrompt: "{diagnosis}[, {sex}][, age {age}][, size {size} mm][, skin type {fst}][, {site}]")

    private static let standardClassifiers: [ClassifierDefinition] = [
        ClassifierDefinition(
            name: "MelaNet", title: "VGG-16 with global average pooling (Zunair and Ben Hamza 2020)",
            options: classifierOptions),
        ClassifierDefinition(
            name: "SkinLesionDensenet", title: "DenseNet-201, trained on ISIC images",
            options: classifierOptions),
        ClassifierDefinition(
            name: "DeepGuide", title: "Inception-v3, trained on another data set (Mallya and Hamarneh 2022)",
            options: classifierOptions),
    ]

    private static let classifierOptions: [OptionDefinition] = [
        OptionDefinition("threshold", [.share], "the probability from which an image counts as melanoma"),
        OptionDefinition("manifest", [.inputFile], "the JSON file that describes preprocessing and classes"),
    ]

    private static let standardPlots: [PlotDefinition] = [
        PlotDefinition(
            name: "grid", title: "one image a group, in rows and columns",
            options: [
                OptionDefinition(
                    "pick", [.integer(1...1_000_000)], defaults: [.integer(1)],
                    "which image of each cell, from 1")
            ])
    ]

    private static let standardFormats: [FormatDefinition] = [
        FormatDefinition(name: "csv", extensions: ["csv"]),
        FormatDefinition(name: "json", extensions: ["json"]),
        FormatDefinition(name: "text", extensions: ["txt"]),
    ]

    private static let standardSettings: [OptionDefinition] = [
        OptionDefinition(
            "seed", [.integer(0...Int.max)], defaults: [.integer(1)], "the root of all random streams"),
        OptionDefinition(
            "engine", [.word(["auto", "openblas", "onednn"])], defaults: [.word("auto")],
            "the library that multiplies"),
        OptionDefinition(
            "threads", [.integer(0...1024)], defaults: [.integer(0)], "worker threads; 0 for one a processor"),
        OptionDefinition("budget", [.duration], "the longest time the plan may need"),
        OptionDefinition("memory", [.size], "the most memory the run may use"),
        OptionDefinition(
            "ask", [.duration], defaults: [.duration(60)], "from which time the REPL asks before it starts"),
    ]

    private static let standardAuditOptions: [OptionDefinition] = [
        OptionDefinition("threshold", [.share], "the probability from which an image counts as melanoma"),
        OptionDefinition("batch", [.integer(1...4096)], defaults: [.integer(8)], "images judged together"),
    ]

    private static let standardReportOptions: [OptionDefinition] = [
        OptionDefinition(
            "ci", [.word(["wilson", "none"]), .share], required: 1,
            defaults: [.word("wilson"), .percent(0.95)],
            "the interval of a rate, and its level"),
        OptionDefinition(
            "test", [.word(["permutation", "none"])], defaults: [.word("permutation")],
            "the test of a gap; exact for rates"),
        OptionDefinition(
            "correct", [.word(["holm", "bh", "none"])], defaults: [.word("none")],
            "the correction for many tests"),
        OptionDefinition(
            "min_n", [.integer(0...1_000_000_000)], defaults: [.integer(10)],
            "images below which a group takes no part in claims about the worst"),
        OptionDefinition(
            "excluding", [.word(["unknown"])], "leaves out groups whose attribute is not stated"),
    ]

    private static let standardSampleOptions: [OptionDefinition] = [
        OptionDefinition("save", [.outputPath], "the folder for the images and their list")
    ]
}
