import Diagnostics
import Syntax

extension Checker {
    static let keyNames = ["image", "image_id", "isic_id", "id", "file", "filename"]
    private static let predictionNames = [
        "predicted", "prediction", "pred", "predicted_class", "predicted_lesion",
    ]
    private static let clusterNames = [
        "patient_id", "patient", "lesion_id", "lesion", "subject_id", "person_id",
    ]
    private static let scoreNames = ["score", "probability", "prob", "p_melanoma"]

    /// The data set of these tables: every column that the options name, or that usual names find.
    mutating func complete(
        _ name: Name, images: String?, _ tables: DatasetTables, _ options: ResolvedOptions,
        _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription {
        let positive = (options["positive"]?.values.first?.elements ?? []).compactMap(\.asText)
        let positives = positive.isEmpty ? ["melanoma", "mel"] : positive
        warnOfConstants(tables)
        let truth = attempt { checker throws(CheckFailure) in
            try checker.truth(options, positives, tables, span)
        }
        let key = attempt { checker throws(CheckFailure) in
            try checker.key(options, tables, isNeeded: images != nil)
        }
        let predictions = attempt { checker throws(CheckFailure) in
            images == nil ? try checker.predictions(options, positives, tables.base, span) : []
        }
        let mappings = attempt { checker throws(CheckFailure) in try checker.mappings(options, tables) }
        let filters = attempt { checker throws(CheckFailure) in try checker.filters(options, tables) }
        let weight = attempt { checker throws(CheckFailure) in
            try checker.extraColumn("weight", options, tables)
        }
        let cluster = attempt { checker throws(CheckFailure) in try checker.cluster(options, tables) }
        guard let truth, let key, let predictions, let mappings, let filters, let weight, let cluster else {
            throw failSilently()
        }
        return DatasetDescription(
            name: resultName(name), images: images, tables: tables.described, key: key, truth: truth,
            predictions: predictions, mappings: mappings, keepsUnknown: options.text("unknown") == "group",
            filters: filters, weight: weight, cluster: cluster,
            likelyCluster: likelyCluster(options, tables), options: options, span: span)
    }

    /// A bare word that was taken for a constant, and is a column as well, may have been meant as that.
    private mutating func warnOfConstants(_ tables: DatasetTables) {
        for name in wordsOfConstants where tables.column(amongNames: [name.text]) != nil {
            guard let binding = environment.binding(of: name.text), binding.shown != name.text else {
                continue
            }
            var finding = hides(name, binding, "column")
            finding.helps = ["the column stands in quotes: `\"\(name.text)\"`"]
            report(finding)
        }
    }

    // MARK: Truth

    private mutating func truth(
        _ options: ResolvedOptions, _ positives: [String], _ tables: DatasetTables, _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription.Truth {
        let table = tables.truth
        let values = (options["labels"]?.values ?? []).compactMap(\.asText)
        let named = values.first { !$0.lowercased().hasSuffix(".csv") }
        let place = options["labels"]?.span ?? options["map"]?.span ?? span
        if let name = named ?? mapped("diagnosis", options) {
            let column = try column(name, in: table, at: place)
            return .classes(.init(table: tables.labels, name: column), positive: positives)
        }
        let known = catalogue.attribute("diagnosis")?.columnSynonyms ?? []
        if let column = table.column(amongNames: known) {
            return .classes(.init(table: tables.labels, name: column), positive: positives)
        }
        // A file of labels with a column for each class, 0 or 1, as in the ISIC challenges.
        let indicators = positives.compactMap { table.column($0) }
        if tables.joinsLabels || tables.all.count == 1 && options["labels"]?.span != nil, !indicators.isEmpty
        {
            return .indicators(indicators.map { .init(table: tables.labels, name: $0) })
        }
        throw fail(
            Diagnostic(
                "E0508", "this data set has no labels", at: table.span,
                label: "columns of \(table.path): \(table.columns.prefix(12).joined(separator: ", "))",
                helps: [
                    "name the column of the true class: `labels dx`, or a CSV with it: `labels \"labels.csv\" dx`"
                ]))
    }

    /// The column of this name, or a finding.
    private mutating func column(
        _ name: String, in table: DatasetTables.Table, at span: SourceSpan
    ) throws(CheckFailure) -> String {
        if let column = table.column(name) { return column }
        var finding = unknown("E0507", "column", name, span, among: table.columns)
        finding.notes = ["columns of \(table.path): \(table.columns.prefix(20).joined(separator: ", "))"]
        throw fail(finding)
    }

    /// The column of this name in any of the tables, or a finding.
    private mutating func column(
        _ name: String, in tables: DatasetTables, at span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription.Column {
        if let column = tables.column(amongNames: [name]) { return column }
        return .init(table: tables.labels, name: try column(name, in: tables.truth, at: span))
    }

    private func mapped(_ attribute: String, _ options: ResolvedOptions) -> String? {
        guard case .record(let fields)? = options["map"]?.values.first else { return nil }
        return fields.first { $0.name == attribute }?.value.asText
    }

    // MARK: Names of images

    /// The column of the first table that names the image.
    private mutating func key(
        _ options: ResolvedOptions, _ tables: DatasetTables, isNeeded: Bool
    ) throws(CheckFailure) -> String? {
        if !isNeeded, tables.joinsLabels, case .some(let join)? = tables.joins.dropFirst().first {
            return join.column.name
        }
        let base = tables.base
        if let name = options["id"]?.values.first?.asText {
            if let span = options["id"]?.span { return try column(name, in: base, at: span) }
            if let column = base.column(name) { return column }
        }
        if let column = base.column(amongNames: Self.keyNames) { return column }
        guard isNeeded else { return nil }
        throw fail(
            Diagnostic(
                "E0511", "no column of \(base.path) names the photographs", at: base.span,
                label: "columns: \(base.columns.prefix(12).joined(separator: ", "))",
                helps: ["name it: `id COLUMN`; file extensions do not count"]))
    }

    /// How the labels are joined to the first table.
    mutating func join(
        _ tables: DatasetTables, _ options: ResolvedOptions
    ) throws(CheckFailure) -> DatasetDescription.Join {
        let (base, labels) = (tables.base, tables.truth)
        if let link = options.text("link"), tables.all.count == 2,
            let here = base.column(link), let there = labels.column(link)
        {
            return .init(column: .init(table: 0, name: here), key: there)
        }
        let values = (options["id"]?.values ?? []).compactMap(\.asText)
        // What a schema says of `id` is the name in its own tables; what the script says must be there.
        guard let span = options["id"]?.span else {
            let here = base.column(amongNames: values + Self.keyNames)
            let there = labels.column(amongNames: values + [here].compactMap { $0 } + Self.keyNames)
            guard let here, let there else { throw fail(joinless(base, labels)) }
            return .init(column: .init(table: 0, name: here), key: there)
        }
        let here =
            try values.first.map { name throws(CheckFailure) in try column(name, in: base, at: span) }
            ?? base.column(amongNames: Self.keyNames)
        let there =
            try values.dropFirst().first.map { name throws(CheckFailure) in
                try column(name, in: labels, at: span)
            } ?? here.flatMap { labels.column($0) } ?? labels.column(amongNames: Self.keyNames)
        guard let here, let there else { throw fail(joinless(base, labels)) }
        return .init(column: .init(table: 0, name: here), key: there)
    }

    func joinless(_ one: DatasetTables.Table, _ other: DatasetTables.Table) -> Diagnostic {
        Diagnostic(
            "E0511", "no column joins \(one.path) with \(other.path)", at: other.span,
            helps: ["name the columns of the image: `id image image_id`"])
    }

    // MARK: Predictions

    /// The predictions of each classifier that a record names, or those of the only one.
    private mutating func predictions(
        _ options: ResolvedOptions, _ positives: [String], _ table: DatasetTables.Table, _ span: SourceSpan
    ) throws(CheckFailure) -> [DatasetDescription.Prediction] {
        let (scored, predicted) = (
            attempt { checker throws(CheckFailure) in try checker.columnsByClassifier("score", options, table)
            },
            attempt { checker throws(CheckFailure) in
                try checker.columnsByClassifier("predicted", options, table)
            }
        )
        guard let scores = scored, let classes = predicted else { throw failSilently() }
        let names = (scores + classes).map(\.classifier).reduce(into: [String?]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        if names.contains(nil), names.count > 1, let span = options["score"]?.span {
            throw fail(
                Diagnostic(
                    "E0414", "`score` and `predicted` name different classifiers", at: span,
                    helps: ["write both as a record: `score {A: a}, predicted {A: class_a}`"]))
        }
        guard names.contains(where: { $0 != nil }) else {
            let usual = scores.first?.columns ?? usualScores(positives, table)
            let predicted = classes.first?.columns.first ?? table.column(amongNames: Self.predictionNames)
            return [try prediction(nil, predicted, usual, options, positives, table)]
        }
        var predictions: [DatasetDescription.Prediction] = []
        for name in names {
            let predicted = classes.first { $0.classifier == name }?.columns.first
            let columns = scores.first { $0.classifier == name }?.columns ?? []
            predictions.append(try prediction(name, predicted, columns, options, positives, table))
        }
        return predictions
    }

    /// The columns of one classifier; nil names the only one.
    private typealias ClassifierColumns = (classifier: String?, columns: [String])

    /// What option `score` or `predicted` says: columns by classifier, or one set of them.
    private mutating func columnsByClassifier(
        _ option: String, _ options: ResolvedOptions, _ table: DatasetTables.Table
    ) throws(CheckFailure) -> [ClassifierColumns] {
        guard let value = options[option]?.values.first, let span = options[option]?.span else { return [] }
        var named: [(String?, [Value])] = [(nil, value.elements)]
        if case .record(let fields) = value { named = fields.map { ($0.name, $0.value.elements) } }
        var found: [ClassifierColumns] = []
        for (name, values) in named {
            if option == "predicted", values.count > 1 {
                throw fail(
                    Diagnostic("E0414", "`predicted` takes one column a classifier", at: span))
            }
            var columns: [String] = []
            for text in values.compactMap(\.asText) {
                columns.append(try column(text, in: table, at: span))
            }
            found.append((name, columns))
        }
        return found
    }

    private func usualScores(_ positives: [String], _ table: DatasetTables.Table) -> [String] {
        let classes = positives.compactMap { table.column($0) }
        if !classes.isEmpty { return classes }
        return table.column(amongNames: Self.scoreNames).map { [$0] } ?? []
    }

    /// By class where a column of predicted classes is there and no threshold is written, else by score.
    private mutating func prediction(
        _ name: String?, _ predicted: String?, _ scores: [String], _ options: ResolvedOptions,
        _ positives: [String], _ table: DatasetTables.Table
    ) throws(CheckFailure) -> DatasetDescription.Prediction {
        if let predicted, options.number("threshold") == nil {
            return .init(
                classifier: name, reading: .predictedClass(column: predicted, classes: positives),
                scoreColumns: scores)
        }
        guard !scores.isEmpty else {
            throw fail(
                Diagnostic(
                    "E0510", "no column of \(table.path) is a prediction", at: table.span,
                    label: "columns: \(table.columns.prefix(12).joined(separator: ", "))",
                    helps: ["name it: `predicted COLUMN` for classes, `score COLUMN` for probabilities"]))
        }
        return .init(
            classifier: name,
            reading: .score(columns: scores, threshold: options.number("threshold") ?? 0.5),
            scoreColumns: scores)
    }

    // MARK: Rows

    /// The column that an option names, looked for in the first table, then in the others; nil without the option.
    ///
    /// What only a schema says need not be there.
    private mutating func extraColumn(
        _ option: String, _ options: ResolvedOptions, _ tables: DatasetTables
    ) throws(CheckFailure) -> DatasetDescription.Column? {
        guard let name = options.text(option) else { return nil }
        if let column = tables.base.column(name) { return .init(table: 0, name: column) }
        if let column = tables.column(amongNames: [name]) { return column }
        guard let span = options[option]?.span else { return nil }
        return .init(table: 0, name: try column(name, in: tables.base, at: span))
    }

    /// The column of patients or lesions; where rows are weighted, only what the script itself says of it counts.
    private mutating func cluster(
        _ options: ResolvedOptions, _ tables: DatasetTables
    ) throws(CheckFailure) -> DatasetDescription.Column? {
        if options.has("weight"), options["cluster"]?.span == nil { return nil }
        return try extraColumn("cluster", options, tables)
    }

    /// A column that by its name says whose image a row is, where no option says it.
    private func likelyCluster(
        _ options: ResolvedOptions, _ tables: DatasetTables
    ) -> DatasetDescription.Column? {
        guard !options.has("cluster"), !options.has("weight") else { return nil }
        if let column = tables.base.column(amongNames: Self.clusterNames) {
            return .init(table: 0, name: column)
        }
        return tables.column(amongNames: Self.clusterNames)
    }

    private mutating func filters(
        _ options: ResolvedOptions, _ tables: DatasetTables
    ) throws(CheckFailure) -> [DatasetDescription.Filter] {
        guard case .record(let fields)? = options["only"]?.values.first else { return [] }
        var filters: [DatasetDescription.Filter] = []
        for field in fields {
            let column = try column(field.name, in: tables, at: options["only"]?.span ?? tables.base.span)
            filters.append(.init(column: column, texts: field.value.elements.compactMap(\.asText)))
        }
        return filters
    }

    /// The columns of attributes: those that the script maps, then those whose names say it.
    private mutating func mappings(
        _ options: ResolvedOptions, _ tables: DatasetTables
    ) throws(CheckFailure) -> [DatasetDescription.Mapping] {
        for option in ["map", "missing"] {
            guard case .record(let fields)? = options[option]?.values.first,
                let span = options[option]?.span
            else { continue }
            for field in fields { _ = try attribute(Name(text: field.name, span: span)) }
        }
        var mappings: [DatasetDescription.Mapping] = []
        let before = errorCount
        for attribute in catalogue.attributes where attribute.name != "diagnosis" {
            let wanted = mapped(attribute.name, options)
            let missing = missing(attribute.name, options)
            if let column = tables.column(amongNames: wanted.map { [$0] } ?? attribute.columnSynonyms) {
                mappings.append(.init(attribute: attribute.name, column: column, missing: missing))
            } else if let wanted, let span = options["map"]?.span {
                _ = attempt { checker throws(CheckFailure) in
                    try checker.column(wanted, in: tables.truth, at: span)
                }
            }
        }
        guard errorCount == before else { throw failSilently() }
        return mappings
    }

    /// The texts that say that nothing is known of an attribute.
    private func missing(_ attribute: String, _ options: ResolvedOptions) -> [String] {
        guard case .record(let fields)? = options["missing"]?.values.first else { return [] }
        return fields.first { $0.name == attribute }?.value.elements.compactMap(\.asText) ?? []
    }
}
