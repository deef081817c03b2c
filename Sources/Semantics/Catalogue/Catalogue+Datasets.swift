extension Catalogue {
    /// The sources of data sets of this version.
    package static let standardDatasets: [DatasetDefinition] = [
        DatasetDefinition(
            name: "predictions", title: "a CSV with one prediction a row",
            options: [labels, ids, positive, predicted, score, threshold] + rowOptions + [follows]),
        DatasetDefinition(
            name: "folder", title: "a folder of photographs with a CSV of labels",
            options: [labels, ids, positive] + rowOptions + [follows]),
        DatasetDefinition(
            name: "schema", title: "the columns and quirks of tables, without files",
            options: [labels, ids, positive] + rowOptions),
    ]

    private static let labels = OptionDefinition(
        "labels", [.column, .column], required: 1,
        "the true class: a column, or a CSV to join and then its column (by default its diagnosis column)")

    private static let ids = OptionDefinition(
        "id", [.column, .column], required: 1,
        "the columns that name the image, here and in the labels; file extensions do not count")

    private static let positive = OptionDefinition(
        "positive", [.texts], "the classes that count as positive, in any case of letters")

    // Two readings of a row exist. Where a column of predicted classes is there and no `threshold` is written, a row is
    // positive when its class is one of `positive`. Else it is positive when the sum of the `score` columns is at least
    // the threshold (0.5). Columns that are not named are found by their usual names.

    private static let predicted = OptionDefinition(
        "predicted", [.columns],
        "the column of the predicted class, or one a classifier: `predicted {MelaNet: a, DeepGuide: b}`")

    private static let score = OptionDefinition(
        "score", [.columns],
        "the columns whose sum is the probability of a positive, or one a classifier: `score {MelaNet: a, DeepGuide: b}`"
    )

    private static let threshold = OptionDefinition(
        "threshold", [.share], "the probability from which a row counts as positive")

    private static let follows = OptionDefinition(
        "follows", [.column], "the name of a schema whose options hold where none are written")

    /// The options that concern rows and attributes.
    private static let rowOptions: [OptionDefinition] = [
        OptionDefinition(
            "weight", [.column],
            "the column of each row's weight; weighted estimates have neither intervals nor tests"),
        OptionDefinition(
            "cluster", [.column],
            "the column that rows of one patient or lesion share; intervals and tests then take these as their units"
        ),
        OptionDefinition("map", [.columnMap], "columns of attributes: `map {fst: skin_type}`"),
        OptionDefinition(
            "attributes", [.column], "a second CSV, with attributes"),
        OptionDefinition(
            "link", [.column], "the column that joins labels and attributes, where it is another than `id`"),
        OptionDefinition(
            "missing", [.textsByName],
            "texts that say that nothing is known of an attribute: `missing {age: 0}`"),
        OptionDefinition(
            "unknown", [.word(["group", "left_out"])],
            "rows without a value of an attribute: a group of their own, or left out of its groupings (the default)"
        ),
        OptionDefinition(
            "only", [.textsByName], "the rows that belong to it: `only {image_type: dermoscopic}`"),
    ]
}
