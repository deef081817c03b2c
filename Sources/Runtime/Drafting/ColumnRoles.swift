import Semantics

/// Which column of a table of predictions, or of labels of photographs, is what.
struct ColumnRoles {
    /// The column of the true class.
    let label: TableProfile.Column
    /// The true classes that count as positive.
    let positives: [String]
    /// The column that names the image, if there is one.
    let id: String?
    /// The columns whose sum is the probability of a positive; empty without one.
    let scores: [String]
    /// The column of the predicted class, if there is one.
    let predicted: String?
    /// The column that says whose image a row is, where its values repeat.
    let cluster: String?
    /// The column of weights, if there is one.
    let weight: String?
    /// Attributes with their columns.
    let attributes: [(attribute: AttributeDefinition, column: TableProfile.Column)]

    /// The number of rows that are truly positive, and of those that are truly not.
    var truths: (positives: Int, negatives: Int) {
        label.texts.reduce(into: (0, 0)) { sum, entry in
            if positives.contains(entry.text) { sum.0 += entry.count } else { sum.1 += entry.count }
        }
    }

    private static let labelNames = [
        "diagnosis", "dx", "label", "labels", "y", "y_true", "truth", "true_label", "target", "ground_truth",
        "malignant", "class",
    ]
    private static let positiveWords = [
        "melanoma", "mel", "malignant", "positive", "true", "yes", "1", "1.0",
    ]
    private static let idNames = ["image", "image_id", "isic_id", "id", "file", "filename"]
    private static let predictedNames = [
        "predicted", "prediction", "pred", "y_pred", "predicted_class", "predicted_lesion",
    ]
    private static let clusterNames = [
        "patient_id", "patient", "lesion_id", "lesion", "subject_id", "person_id",
    ]
    private static let weightNames = ["weight", "weights", "sample_weight", "w"]
    private static let scoreNames = [
        "score", "probability", "prob", "p_melanoma", "p_mel", "y_score", "y_prob", "p", "melanoma", "mel",
    ]

    /// Finds the roles by the names and values of the columns.
    ///
    /// - Parameters:
    ///   - positive: the class that counts as positive, where a person names it.
    ///   - hasPredictions: whether a column must hold predictions; none is looked for where photographs are to be judged.
    init(
        _ table: TableProfile, positive: String?, catalogue: Catalogue, hasPredictions: Bool = true
    ) throws(DraftRefusal) {
        let names = table.columns.map { "`\($0.name)`" }.prefix(20).joined(separator: ", ")
        guard table.rows > 0 else {
            throw DraftRefusal("the table has no rows", help: "its columns are \(names)")
        }
        guard let label = table.column(named: Self.labelNames) else {
            throw DraftRefusal(
                "no column holds the true class",
                help: "name it `label` or `diagnosis`; the columns are \(names)")
        }
        self.label = label
        positives = try Self.positives(of: label, named: positive)
        id = table.column(named: Self.idNames)?.name
        (scores, predicted) = hasPredictions ? try Self.predictions(in: table, names) : ([], nil)
        cluster = table.column(named: Self.clusterNames).flatMap { $0.repeats ? $0.name : nil }
        weight = table.column(named: Self.weightNames).flatMap { $0.isWeight ? $0.name : nil }
        attributes = try Self.attributes(in: table, catalogue, except: label.name)
    }

    /// The columns of scores, or the one of predicted classes.
    private static func predictions(
        in table: TableProfile, _ names: String
    ) throws(DraftRefusal) -> (scores: [String], predicted: String?) {
        let predicted = table.column(named: Self.predictedNames)
        let score = table.column(named: Self.scoreNames) ?? (predicted?.isShare == true ? predicted : nil)
        if let score, !score.isShare, predicted == nil {
            throw DraftRefusal(
                "column `\(score.name)` holds values that are no probabilities",
                help: "a probability is a number from 0 to 1, or empty where it is missing")
        }
        if let score, score.isShare { return ([score.name], nil) }
        guard let predicted else {
            throw DraftRefusal(
                "no column is a prediction",
                help: "name it `score` for probabilities or `predicted` for classes; the columns are \(names)"
            )
        }
        return ([], predicted.name)
    }

    /// The column that names images, among those of a table; nil where none does.
    static func id(of columns: [String]) -> String? {
        idNames.lazy.compactMap { name in columns.first { $0.lowercased() == name } }.first
    }

    /// What such a column may be called, in words.
    static var spokenIDs: String { Words.list(idNames, joining: "or") }

    /// The classes that count as positive.
    private static func positives(
        of label: TableProfile.Column, named positive: String?
    ) throws(DraftRefusal) -> [String] {
        let texts = label.texts.map(\.text)
        let shown = texts.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        if let positive {
            let found = texts.filter { $0.lowercased() == positive.lowercased() }
            if !found.isEmpty { return found }
            throw DraftRefusal(
                "no row of column `\(label.name)` says `\(positive)`", help: "its values are \(shown)")
        }
        guard !texts.isEmpty else {
            throw DraftRefusal(
                "column `\(label.name)` is empty", help: "it must hold the true class of each row")
        }
        let known = texts.filter { positiveWords.contains($0.lowercased()) }
        if !known.isEmpty, !label.hasMore { return known }
        throw DraftRefusal(
            "it is not clear which values of column `\(label.name)` mean melanoma",
            help: "say it: `--positive VALUE`; its values are \(shown)")
    }

    /// The attributes that columns were found for; a value that is none of the attribute's is refused.
    private static func attributes(
        in table: TableProfile, _ catalogue: Catalogue, except label: String
    ) throws(DraftRefusal) -> [(attribute: AttributeDefinition, column: TableProfile.Column)] {
        var found: [(attribute: AttributeDefinition, column: TableProfile.Column)] = []
        for attribute in catalogue.attributes where attribute.name != "diagnosis" {
            guard let column = table.column(named: attribute.columnSynonyms), column.name != label else {
                continue
            }
            let strange = column.texts.map(\.text).first { attribute.value(of: $0) == nil && $0 != "-1" }
            if let strange {
                throw DraftRefusal(
                    "column `\(column.name)` holds `\(strange)`, which is no value of `\(attribute.name)`",
                    help: "\(Self.values(of: attribute)); correct the table, or rename the column")
            }
            if !column.texts.isEmpty { found.append((attribute, column)) }
        }
        return found
    }

    private static func values(of attribute: AttributeDefinition) -> String {
        switch attribute.domain {
        case .words(let words):
            "values are \(words.joined(separator: ", ")), or \(attribute.valueSynonyms.keys.sorted().joined(separator: ", "))"
        case .fitzpatrick: "values are I to VI or 1 to 6"
        case .years, .number: "values are numbers"
        }
    }
}
