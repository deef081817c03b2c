import Semantics
import Statistics

/// Reads the tables of a data set. Texts are looked at once each, not once a row.
struct DatasetReader {
    private typealias Column = DatasetDescription.Column

    private let dataset: DatasetDescription
    private let catalogue: Catalogue
    private let paths: [String]

    /// - Parameter resolve: turns a path of the script into a path of the host.
    init(_ dataset: DatasetDescription, catalogue: Catalogue, resolve: (String) -> String) {
        self.dataset = dataset
        self.catalogue = catalogue
        paths = dataset.tables.map { resolve($0.path) }
    }

    /// All rows that belong to the data set.
    func rows() throws(CSVError) -> DatasetRows {
        var tables: [JoinedTable] = []
        for (place, table) in dataset.tables.enumerated().dropFirst() {
            guard let join = table.join else { continue }
            tables.append(
                try JoinedTable(path: paths[place], key: join.key, keeping: names(ofTable: place)))
        }
        let base = try BaseRows(dataset, path: paths[0], keeping: names(ofTable: 0), joined: tables)
        guard base.count > 0 else { throw .noData(path: paths[0]) }
        let columns = gathered(base, tables)
        let rows = DatasetRows(
            labels: try labels(columns), weights: try weights(columns),
            clusters: clusters(dataset.cluster, columns),
            likelyClusters: clusters(dataset.likelyCluster, columns),
            attributes: try attributes(columns), keys: base.keys, repeats: base.repeats,
            predictions: predictions(base))
        guard !dataset.filters.isEmpty else { return rows }
        return rows.rows(try kept(columns, count: base.count))
    }

    /// The columns of a table whose texts are needed.
    private func names(ofTable table: Int) -> Set<String> {
        var columns = dataset.mappings.map(\.column) + dataset.filters.map(\.column)
        columns += [dataset.weight, dataset.cluster ?? dataset.likelyCluster].compactMap { $0 }
        columns += dataset.tables.compactMap(\.join).map(\.column).filter { $0.table > 0 }
        switch dataset.truth {
        case .classes(let column, _): columns.append(column)
        case .indicators(let indicators): columns += indicators
        }
        var names = Set(columns.filter { $0.table == table }.map(\.name))
        guard table == 0 else { return names }
        for case .predictedClass(let column, _) in dataset.predictions.map(\.reading) { names.insert(column) }
        return names
    }

    /// All columns, each with one code for each row of the first table.
    private func gathered(_ base: BaseRows, _ tables: [JoinedTable]) -> [Column: CodedColumn] {
        var columns: [Column: CodedColumn] = [:]
        for (name, column) in base.columns { columns[Column(table: 0, name: name)] = column }
        for (place, table) in tables.enumerated() {
            guard let join = dataset.tables[place + 1].join else { continue }
            let rows =
                base.joins[place] ?? Self.rows(of: table, by: columns[join.column], count: base.count)
            for (name, column) in table.columns {
                columns[Column(table: place + 1, name: name)] = column.taking(rows)
            }
        }
        return columns
    }

    /// The row of `table` for each row of the first table, by the texts of a column that is joined to it already.
    private static func rows(of table: JoinedTable, by column: CodedColumn?, count: Int) -> [Int32] {
        guard let column else { return [Int32](repeating: -1, count: count) }
        return column.codes.map(none: -1, column.rows(of: table))
    }

    // MARK: Truth

    private func labels(_ columns: [Column: CodedColumn]) throws(CSVError) -> [Bool?] {
        switch dataset.truth {
        case .classes(let name, let positive):
            guard let column = columns[name] else { return [] }
            let missing = missing("diagnosis")
            let truths = column.texts.map { text in
                MissingText.contains(text, orIn: missing) ? nil : Self.contains(positive, text)
            }
            return column.codes.map(none: nil, truths)
        case .indicators(let names):
            var truths: [[Bool?]] = []
            for column in names.compactMap({ columns[$0] }) { truths.append(try Self.indicated(column)) }
            guard let first = truths.first else { return [] }
            return first.indices.map { row in
                let row = truths.map { $0[row] }
                return row.contains(true) ? true : row.contains(nil) ? nil : false
            }
        }
    }

    /// What a column of zeros and ones says of each row.
    private static func indicated(_ column: CodedColumn) throws(CSVError) -> [Bool?] {
        var truths: [Bool?] = []
        for (code, text) in column.texts.enumerated() {
            switch Double(text) {
            case 0: truths.append(false)
            case 1: truths.append(true)
            default:
                guard MissingText.contains(text) else { throw column.bad(code, expected: "0 or 1") }
                truths.append(nil)
            }
        }
        return column.codes.map(none: nil, truths)
    }

    private func missing(_ attribute: String) -> [String] {
        guard case .record(let fields)? = dataset.options["missing"]?.values.first else { return [] }
        return fields.first { $0.name == attribute }?.value.elements.compactMap(\.asText) ?? []
    }

    private static func contains(_ classes: [String], _ text: String) -> Bool {
        let word = text.lowercased()
        return classes.contains { $0.lowercased() == word }
    }

    // MARK: Rows

    private func predictions(_ base: BaseRows) -> [DatasetRows.Prediction] {
        dataset.predictions.enumerated().map { place, prediction in
            let scores = prediction.scoreColumns.isEmpty ? nil : base.scores[place]
            switch prediction.reading {
            case .score(_, let threshold):
                return DatasetRows.Prediction(
                    scores: scores,
                    decisions: base.scores[place].map { $0.isNaN ? nil : $0 >= threshold },
                    threshold: threshold)
            case .predictedClass(let name, let classes):
                let column = base.columns[name]
                let calls = (column?.texts ?? []).map { text in
                    MissingText.contains(text) ? nil : Self.contains(classes, text)
                }
                return DatasetRows.Prediction(
                    scores: scores, decisions: (column?.codes ?? []).map(none: nil, calls), threshold: nil)
            }
        }
    }

    /// The weight of each row; 0 for one without a row of labels, which has no outcome either.
    private func weights(_ columns: [Column: CodedColumn]) throws(CSVError) -> [Double]? {
        guard let name = dataset.weight, let column = columns[name] else { return nil }
        var weights: [Double] = []
        for (code, text) in column.texts.enumerated() {
            guard let weight = Double(text), weight >= 0, weight.isFinite else {
                throw column.bad(code, expected: "a weight of at least 0")
            }
            weights.append(weight)
        }
        return column.codes.map(none: 0, weights)
    }

    /// The patients or lesions that rows are of, by the texts of a column; an empty one is no cluster.
    private func clusters(_ name: Column?, _ columns: [Column: CodedColumn]) -> ClusterColumn? {
        guard let name, let column = columns[name] else { return nil }
        let isMissing = column.texts.map { MissingText.contains($0) }
        let numbers = isMissing.indices.map { isMissing[$0] ? -1 : Int32(truncatingIfNeeded: $0) }
        return ClusterColumn(
            name: column.name, names: column.texts, codes: column.codes.map(none: -1, numbers))
    }

    /// The rows whose texts are those that the filters ask for.
    private func kept(_ columns: [Column: CodedColumn], count: Int) throws(CSVError) -> [Int] {
        var rows = Array(0..<count)
        for filter in dataset.filters {
            guard let column = columns[filter.column] else { continue }
            let fits = column.texts.map { Self.contains(filter.texts, $0) }
            let isKept = column.codes.map(none: false, fits)
            rows = rows.filter { isKept[$0] }
            guard rows.isEmpty else { continue }
            let found = column.texts.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
            throw .noRows(
                path: column.path, name: filter.column.name, wanted: filter.texts.joined(separator: ", "),
                found: found)
        }
        return rows
    }

    // MARK: Attributes

    private func attributes(_ columns: [Column: CodedColumn]) throws(CSVError) -> [OutcomeAttribute] {
        var attributes: [OutcomeAttribute] = []
        for mapping in dataset.mappings {
            guard let attribute = catalogue.attribute(mapping.attribute), let column = columns[mapping.column]
            else { continue }
            attributes.append(try self.attribute(attribute, mapping, column))
        }
        return attributes
    }

    private func attribute(
        _ attribute: AttributeDefinition, _ mapping: DatasetDescription.Mapping, _ column: CodedColumn
    ) throws(CSVError) -> OutcomeAttribute {
        var seen: [AttributeValue] = []
        var places: [Int32] = []
        let missing: Int32 = dataset.keepsUnknown ? 0 : -1
        if dataset.keepsUnknown { seen.append(.unknown) }
        for (code, text) in column.texts.enumerated() {
            guard let value = try value(of: text, code, attribute, mapping, column) else {
                places.append(missing)
                continue
            }
            places.append(Int32(seen.count))
            seen.append(value)
        }
        let codes = column.codes.renumbered(none: missing, places)
        var levels = attribute.levels(seen: seen)
        if dataset.keepsUnknown, !levels.isEmpty, codes.contains(missing) { levels.append(.unknown) }
        return OutcomeAttribute(
            name: attribute.name, levels: levels, naturalWidth: attribute.naturalWidth, seen: seen,
            codes: codes)
    }

    /// The value that a text stands for; nil where it says that nothing is known.
    private func value(
        of text: String, _ code: Int, _ attribute: AttributeDefinition,
        _ mapping: DatasetDescription.Mapping, _ column: CodedColumn
    ) throws(CSVError) -> AttributeValue? {
        if MissingText.contains(text, orIn: mapping.missing) { return nil }
        if let value = attribute.value(of: text) { return value }
        // Fitzpatrick17k writes -1 for an unknown type.
        if case .fitzpatrick = attribute.domain, text == "-1" { return nil }
        throw column.bad(code, expected: "a value of `\(attribute.name)`")
    }
}

extension AttributeDefinition {
    /// The width of bins when a grouping names none.
    fileprivate var naturalWidth: Double? {
        if case .years(_, let step) = domain { Double(step) } else { nil }
    }

    /// The declared values: all of them, or those seen where the domain is a vocabulary; none for numbers.
    fileprivate func levels(seen: [AttributeValue]) -> [AttributeValue] {
        switch domain {
        case .words(let names):
            let all = names.map { AttributeValue.name($0) }
            return isVocabulary ? all.filter(Set(seen).contains) : all
        case .fitzpatrick: return (1...6).map { .fitzpatrick($0) }
        case .years, .number: return []
        }
    }
}
