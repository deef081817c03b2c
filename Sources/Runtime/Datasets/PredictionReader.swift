import Semantics
import Statistics

/// Reads the rows of a data set of predictions: truth, score, decision and attributes of each.
struct PredictionReader {
    private let dataset: DatasetDescription
    private let catalogue: Catalogue
    private let path: String
    private let labelsPath: String?
    private let labels: LabelTable?
    private var reader: CSVReader
    private let columns: Columns

    /// The places of the columns that the file of predictions is asked for; -1 where it is not asked.
    private struct Columns {
        var key = -1
        var label = -1
        var predicted = -1
        var weight = -1
        var cluster = -1
        var scores: [Int] = []
        var attributes: [Int] = []
    }

    /// Opens the files of `dataset`.
    ///
    /// - Parameter resolve: turns a path of the script into a path of the host.
    init(
        _ dataset: DatasetDescription, catalogue: Catalogue, resolve: (String) -> String
    ) throws(CSVError) {
        self.dataset = dataset
        self.catalogue = catalogue
        path = resolve(dataset.predictions)
        labelsPath = dataset.labels.map(resolve)
        let reader = try CSVReader(path: path)
        if let labelsPath, let key = dataset.labelKey {
            labels = try LabelTable(dataset, path: labelsPath, keyColumn: key)
        } else {
            labels = nil
        }
        columns = try Self.columns(of: dataset, in: reader, joins: labels != nil)
        self.reader = reader
    }

    /// All rows of the data set.
    mutating func rows() throws(CSVError) -> OutcomeRows {
        var labels: [Bool?] = []
        var scores: [Double?] = []
        var decisions: [Bool?] = []
        var keys: [String] = []
        var weights: [Double] = []
        var clusters: [String?] = []
        var values = [[AttributeValue?]](repeating: [], count: dataset.mappings.count)
        while let fields = try reader.next() {
            let key = columns.key >= 0 ? fields[columns.key].text : nil
            let joined = key.flatMap { self.labels?.row(named: $0) }
            if let key { keys.append(LabelTable.key(key)) }
            let score = try score(fields)
            scores.append(score)
            decisions.append(decision(fields, score: score))
            labels.append(label(fields, joined: joined))
            if dataset.weight != nil { weights.append(try weight(fields, joined: joined)) }
            if cluster != nil { clusters.append(clusterName(fields, joined: joined)) }
            for index in values.indices {
                values[index].append(try value(index, fields, joined: joined))
            }
        }
        let threshold: Double? =
            if case .score(_, let threshold) = dataset.reading { threshold } else { nil }
        let units = cluster.map { ClusterColumn(name: $0.column, values: clusters) }
        return OutcomeRows(
            labels: labels, scores: dataset.scoreColumns.isEmpty ? nil : scores, decisions: decisions,
            weights: dataset.weight == nil ? nil : weights,
            clusters: dataset.cluster == nil ? nil : units,
            likelyClusters: dataset.cluster == nil ? units : nil, threshold: threshold,
            attributes: attributes(values),
            keys: columns.key >= 0 ? keys : nil)
    }

    private func attributes(_ values: [[AttributeValue?]]) -> [OutcomeAttribute] {
        zip(dataset.mappings, values).map { mapping, values in
            switch catalogue.attribute(mapping.attribute)?.domain {
            case .words(let names):
                OutcomeAttribute(
                    name: mapping.attribute, levels: names.map { .name($0) }, naturalWidth: nil,
                    values: values)
            case .fitzpatrick:
                OutcomeAttribute(
                    name: mapping.attribute, levels: (1...6).map { .fitzpatrick($0) }, naturalWidth: nil,
                    values: values)
            case .years(_, let step):
                OutcomeAttribute(
                    name: mapping.attribute, levels: [], naturalWidth: Double(step), values: values)
            case .number, nil:
                OutcomeAttribute(name: mapping.attribute, levels: [], naturalWidth: nil, values: values)
            }
        }
    }

    /// The sum of the score columns; nil when one of them is missing.
    private func score(_ fields: [CSVField]) throws(CSVError) -> Double? {
        guard !columns.scores.isEmpty else { return nil }
        var sum = 0.0
        for index in columns.scores {
            let field = fields[index]
            if Self.isMissing(field.text) { return nil }
            guard let number = Double(field.text.trimmingBlanks), number >= 0, number <= 1 + Self.rounding
            else {
                throw bad(field, column: index, expected: "a probability in 0..1")
            }
            sum += number
        }
        guard sum <= 1 + Self.rounding else {
            let names = dataset.scoreColumns.joined(separator: " + ")
            throw bad(fields[columns.scores[0]], column: columns.scores[0], expected: "\(names) of at most 1")
        }
        return min(sum, 1)
    }

    /// Soft-max outputs are printed with six or seven digits, so their sum may exceed 1 by this much.
    private static let rounding = 1e-5

    private func decision(_ fields: [CSVField], score: Double?) -> Bool? {
        switch dataset.reading {
        case .score(_, let threshold): return score.map { $0 >= threshold }
        case .predictedClass(_, let classes):
            let text = fields[columns.predicted].text
            return Self.isMissing(text) ? nil : Self.contains(classes, text)
        }
    }

    private func label(_ fields: [CSVField], joined: LabelTable.Row?) -> Bool? {
        let field = labels == nil ? fields[columns.label] : joined?.label
        guard let field, !Self.isMissing(field.text) else { return nil }
        return Self.contains(dataset.positiveLabels, field.text)
    }

    /// The column that says, or may say, which rows depend on one another.
    private var cluster: DatasetDescription.Column? { dataset.cluster ?? dataset.likelyCluster }

    /// The patient or lesion that a row is of; nil where it is missing.
    private func clusterName(_ fields: [CSVField], joined: LabelTable.Row?) -> String? {
        let field = columns.cluster >= 0 ? fields[columns.cluster] : joined?.cluster
        guard let text = field?.text.trimmingBlanks, !Self.isMissing(text) else { return nil }
        return text
    }

    /// The weight of a row; 0 for one without a row of labels, which has no outcome either.
    private func weight(_ fields: [CSVField], joined: LabelTable.Row?) throws(CSVError) -> Double {
        let isJoined = dataset.weight?.inLabels ?? false
        guard let field = isJoined ? joined?.weight : fields[columns.weight] else { return 0 }
        if let weight = Double(field.text.trimmingBlanks), weight >= 0, weight.isFinite { return weight }
        throw .badValue(
            path: isJoined ? labelsPath ?? path : path, line: field.line, column: field.column,
            name: dataset.weight?.column ?? "", found: field.text, expected: "a weight of at least 0")
    }

    /// The value of the attribute `index`; nil where it is missing.
    private func value(
        _ index: Int, _ fields: [CSVField], joined: LabelTable.Row?
    ) throws(CSVError) -> AttributeValue? {
        let mapping = dataset.mappings[index]
        let field: CSVField
        if mapping.inLabels {
            guard let joined, let place = labels?.attributes.firstIndex(of: mapping.attribute) else {
                return nil
            }
            field = joined.values[place]
        } else {
            field = fields[columns.attributes[index]]
        }
        let text = field.text.trimmingBlanks
        guard !Self.isMissing(text), let attribute = catalogue.attribute(mapping.attribute) else {
            return nil
        }
        if let value = attribute.value(of: text) { return value }
        // Fitzpatrick17k writes -1 for an unknown type.
        if case .fitzpatrick = attribute.domain, text == "-1" { return nil }
        throw .badValue(
            path: mapping.inLabels ? labelsPath ?? path : path, line: field.line, column: field.column,
            name: mapping.column, found: field.text, expected: "a value of `\(attribute.name)`")
    }

    private func bad(_ field: CSVField, column: Int, expected: String) -> CSVError {
        .badValue(
            path: path, line: field.line, column: field.column, name: reader.columns[column],
            found: field.text,
            expected: expected)
    }

    private static func columns(
        of dataset: DatasetDescription, in reader: CSVReader, joins: Bool
    ) throws(CSVError) -> Columns {
        var columns = Columns()
        if let key = dataset.predictionKey { columns.key = try reader.index(of: key) }
        if !joins { columns.label = try reader.index(of: dataset.labelColumn) }
        if case .predictedClass(let column, _) = dataset.reading {
            columns.predicted = try reader.index(of: column)
        }
        if let weight = dataset.weight, !weight.inLabels {
            columns.weight = try reader.index(of: weight.column)
        }
        if let cluster = dataset.cluster ?? dataset.likelyCluster, !cluster.inLabels {
            columns.cluster = try reader.index(of: cluster.column)
        }
        for name in dataset.scoreColumns { columns.scores.append(try reader.index(of: name)) }
        for mapping in dataset.mappings {
            columns.attributes.append(mapping.inLabels ? -1 : try reader.index(of: mapping.column))
        }
        return columns
    }

    private static func contains(_ classes: [String], _ text: String) -> Bool {
        let word = text.trimmingBlanks.lowercased()
        return classes.contains { $0.lowercased() == word }
    }

    /// Whether a field says that nothing is known.
    static func isMissing(_ text: String) -> Bool {
        missingWords.contains(text.trimmingBlanks.lowercased())
    }

    private static let missingWords: Set<String> = [
        "", "na", "n/a", "nan", "null", "none", "unknown", "not reported", "?",
    ]
}
