extension Catalogue {
    /// The catalogue of this version.
    public static let standard: Catalogue = {
        var catalogue = withoutPrelude
        catalogue.attributes = Prelude.attributes
        return catalogue
    }()

    /// What is not written in the language: the prelude is checked against it.
    static let withoutPrelude = Catalogue(
        attributes: [], metrics: quantities + gaps, generators: standardGenerators,
        classifiers: standardClassifiers, networks: standardNetworks, datasets: standardDatasets,
        plots: standardPlots,
        formats: standardFormats,
        settings: standardSettings, auditOptions: standardAuditOptions, reportOptions: standardReportOptions,
        compareOptions: standardCompareOptions, sampleOptions: standardSampleOptions, editions: [2026],
        defaultGenerator: "phantom_dit",
        defaultPrompt: "{diagnosis}[, {sex}][, age {age}][, size {size} mm][, skin type {fst}][, {site}]")

    private static let standardClassifiers: [ClassifierDefinition] = [
        ClassifierDefinition(
            name: "MelaNet", title: "VGG-16 with global average pooling (Zunair and Ben Hamza 2020)",
            learnedFrom: isicRenders, inputSide: 64, learnedSide: 128, options: classifierOptions),
        ClassifierDefinition(
            name: "SkinLesionDensenet", title: "DenseNet-201, trained on ISIC images",
            learnedFrom: isicRenders, inputSide: 64, learnedSide: 128, options: classifierOptions),
        ClassifierDefinition(
            name: "DeepGuide", title: "Inception-v3, trained on another data set (Mallya and Hamarneh 2022)",
            learnedFrom: "drawn lesions of style `ham`", inputSide: 64, learnedSide: 128,
            options: classifierOptions),
    ]

    /// The options of a classifier whose manifest is a file.
    static let classifierOptions: [OptionDefinition] = [
        OptionDefinition("threshold", [.share], "the probability from which an image counts as melanoma")
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
        OptionDefinition(
            "threshold", [.shareOrWord(["youden", "recall"]), .share], required: 1,
            "the probability from which an image counts as melanoma; `youden` and `recall 90%` choose it on other labelled data"
        ),
        OptionDefinition(
            "calibration", [.column],
            "the cohort or data set on which `threshold youden` or `recall` is chosen for each classifier"),
        OptionDefinition(
            "vary", [.name],
            "the attribute that every classifier is told in each of its values, all else being as recorded"),
        OptionDefinition(
            "batch", [.integer(1...1_000_000)],
            "the most images that a classifier is given at once; it is given one, and no number depends on it"
        ),
    ]

    private static let standardSampleOptions: [OptionDefinition] = [
        OptionDefinition("save", [.outputPath], "the folder for the images and their list")
    ]
}
