extension Catalogue {
    /// The sources of data sets of this version.
    package static let standardDatasets: [DatasetDefinition] = [
        DatasetDefinition(
            name: "predictions", title: "a CSV with one prediction a row", options: predictionOptions)
    ]

    /// The options of `predictions("FILE")`.
    ///
    /// Two readings of a row exist. Where a column of predicted classes is there and no `threshold` is written, a row is positive
    /// when its class is one of `positive`. Else it is positive when the sum of the `score` columns is at least the threshold
    /// (0.5). Columns that are not named are found by their usual names; file extensions of images do not count in a join.
    private static let predictionOptions: [OptionDefinition] = [
        OptionDefinition(
            "labels", [.column, .column], required: 1,
            "the true class: a column, or a CSV to join and then its column (by default its diagnosis column)"
        ),
        OptionDefinition(
            "id", [.column, .column], required: 1,
            "the columns that name the image, here and in the labels; file extensions do not count"),
        OptionDefinition("positive", [.texts], "the classes that count as positive, in any case of letters"),
        OptionDefinition("predicted", [.column], "the column of the predicted class"),
        OptionDefinition("score", [.texts], "the columns whose sum is the probability of a positive"),
        OptionDefinition("threshold", [.share], "the probability from which a row counts as positive"),
        OptionDefinition(
            "weight", [.column],
            "the column of each row's weight; weighted estimates have neither intervals nor tests"),
        OptionDefinition(
            "cluster", [.column],
            "the column that rows of one patient or lesion share; intervals and tests then take these as their units"
        ),
        OptionDefinition("map", [.columnMap], "columns of attributes: `map {fst: skin_type}`"),
    ]
}
