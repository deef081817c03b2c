import Diagnostics

/// Cases that exist already: photographs with labels, or predictions with them.
///
/// `dataset d = predictions("preds.csv") with labels "meta.csv" dx, id image image_id, positive [mel]` or
/// `dataset d = folder("images") with labels "meta.csv" dx, id image_id`; the catalogue documents the options.
public struct DatasetDescription: Sendable, Hashable {
    /// A CSV of a data set. The rows of the first are those of the data set; each other is joined to it.
    public struct Table: Sendable, Hashable {
        /// Its path as the script names it.
        public let path: String
        /// How it is joined; nil for the first table.
        public let join: Join?
    }

    /// Which rows of two tables belong together; file extensions of images do not count.
    public struct Join: Sendable, Hashable {
        /// The column of an earlier table.
        public let column: Column
        /// The column of the joined table, in which no value stands twice.
        public let key: String
    }

    /// A column of one of the tables.
    public struct Column: Sendable, Hashable {
        /// The table's place in `tables`.
        public let table: Int
        /// The column's name.
        public let name: String

        /// The column of a table by its name.
        package init(table: Int, name: String) {
            self.table = table
            self.name = name
        }
    }

    /// How the truth of a row is read.
    public enum Truth: Sendable, Hashable {
        /// Positive where the column's text is one of these, compared without regard to case.
        case classes(Column, positive: [String])
        /// Positive where one of the columns, each 0 or 1, holds 1.
        case indicators([Column])
    }

    /// How a prediction is read from a row.
    public enum Reading: Sendable, Hashable {
        /// Positive where the text of `column` is one of `classes`.
        case predictedClass(column: String, classes: [String])
        /// Positive where the sum of the columns' numbers is at least `threshold`.
        case score(columns: [String], threshold: Double)
    }

    /// The predictions of one classifier, in columns of the first table.
    public struct Prediction: Sendable, Hashable {
        /// The classifier's name in the script; nil where the table is of one that has none.
        public let classifier: String?
        /// The reading that decides predicted positives.
        public let reading: Reading
        /// The columns whose sum is the probability of the positive class; empty where there is none.
        public let scoreColumns: [String]
    }

    /// Where an attribute of a row comes from.
    public struct Mapping: Sendable, Hashable {
        /// The attribute's name.
        public let attribute: String
        /// The column that holds it.
        public let column: Column
        /// The texts that say that nothing is known, beside the usual ones.
        public let missing: [String]
    }

    /// A column that decides which rows belong to the data set.
    public struct Filter: Sendable, Hashable {
        /// The column.
        public let column: Column
        /// The texts of the rows that belong to it, compared without regard to case.
        public let texts: [String]
    }

    /// Its name in the script.
    public let name: String
    /// The folder of the photographs, as the script names it; nil for a data set of predictions.
    public let images: String?
    /// The tables; at least one.
    public let tables: [Table]
    /// The column of the first table that names the image; nil where rows stand alone.
    public let key: String?
    /// How the truth is read.
    public let truth: Truth
    /// The predictions; none for photographs.
    public let predictions: [Prediction]
    /// The attributes that columns were found for.
    public let mappings: [Mapping]
    /// Whether rows without a value of an attribute are a group, `unknown`, and not left out of its groupings.
    public let keepsUnknown: Bool
    /// The columns that decide which rows belong to it; all must agree.
    public let filters: [Filter]
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

    /// The path of the table that holds the truth.
    public var labels: String {
        switch truth {
        case .classes(let column, _): tables[column.table].path
        case .indicators(let columns): tables[columns.first?.table ?? 0].path
        }
    }

    /// The names of the columns that hold the truth: `dx`, or `MEL, BCC`.
    var labelColumns: String {
        switch truth {
        case .classes(let column, _): column.name
        case .indicators(let columns): columns.map(\.name).joined(separator: ", ")
        }
    }

    /// Where its cases are, in a few words: a folder or a file.
    public var place: String { images ?? tables[0].path }

    /// The prediction of the classifier of this name; the only one where none is named.
    public func prediction(of classifier: String?) -> Prediction? {
        classifier == nil ? predictions.first : predictions.first { $0.classifier == classifier }
    }
}
