import Diagnostics

/// Outcomes that already exist: a table of predictions with labels and attributes.
///
/// `dataset d = predictions("preds.csv") with labels "meta.csv" "dx", id image image_id, positive [mel] ...`; the catalogue documents the options.
public struct DatasetDescription: Sendable, Hashable {
    /// How a prediction is read from a row.
    public enum Reading: Sendable, Hashable {
        /// Positive where the text of `column` is one of `classes`.
        case predictedClass(column: String, classes: [String])
        /// Positive where the sum of the columns' numbers is at least `threshold`.
        case score(columns: [String], threshold: Double)
    }

    /// Where an attribute of a row comes from.
    public struct Mapping: Sendable, Hashable {
        /// The attribute's name.
        public let attribute: String
        /// The column that holds it.
        public let column: String
        /// Whether the column is in the file of labels, not in the file of predictions.
        public let inLabels: Bool
    }

    /// Where a fact about a row comes from.
    public struct Column: Sendable, Hashable {
        /// The name of the column that holds it.
        public let column: String
        /// Whether the column is in the file of labels, not in the file of predictions.
        public let inLabels: Bool
    }

    /// Its name in the script.
    public let name: String
    /// The CSV of predictions, as the script names it.
    public let predictions: String
    /// The CSV of labels and attributes joined to it, if there is one.
    public let labels: String?
    /// The column of the file of predictions that names the image; nil where rows stand alone.
    public let predictionKey: String?
    /// The column of the file of labels that names the image. Keys are compared without a file extension.
    public let labelKey: String?
    /// The column of the true class, in `labels` if that is given, else in `predictions`.
    public let labelColumn: String
    /// The true classes that count as positive, compared without regard to case.
    public let positiveLabels: [String]
    /// The reading that decides predicted positives.
    public let reading: Reading
    /// The columns whose sum is the probability of the positive class; empty where there is none.
    public let scoreColumns: [String]
    /// The attributes that columns were found for.
    public let mappings: [Mapping]
    /// The weights of the rows; nil where all count alike.
    public let weight: Column?
    /// What names the rows that depend on one another, as those of one patient; nil where nothing was said.
    public let cluster: Column?
    /// A column that by its name may be such a one, where nothing was said.
    public let likelyCluster: Column?
    /// All options as written, with defaults.
    public let options: ResolvedOptions
    /// Where the script declares it.
    public let span: SourceSpan
}
