import Diagnostics
import Syntax

extension Checker {
    /// A table that a data set is read from.
    private struct Table {
        let path: String
        let columns: [String]
        let span: SourceSpan

        /// The column of this name; case counts only where two differ in nothing else.
        func column(_ name: String) -> String? {
            columns.first { $0 == name } ?? columns.first { $0.lowercased() == name.lowercased() }
        }

        /// The first of several names that is a column.
        func column(amongNames names: [String]) -> String? {
            for name in names { if let column = column(name) { return column } }
            return nil
        }
    }

    private static let keyNames = ["image", "image_id", "isic_id", "id", "file", "filename"]
    private static let predictionNames = [
        "predicted", "prediction", "pred", "predicted_class", "predicted_lesion",
    ]
    private static let clusterNames = [
        "patient_id", "patient", "lesion_id", "lesion", "subject_id", "person_id",
    ]
    private static let scoreNames = ["score", "probability", "prob", "p_melanoma"]

    /// Checks `dataset d = predictions("FILE") with ...`.
    mutating func checkDataset(
        _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription {
        guard case .named(let path, let arguments, let sourceSpan) = declaration.source else {
            throw fail(
                Diagnostic(
                    "E0317", "a file alone does not say what it holds", at: declaration.source.span,
                    label: "write `predictions(...)` around it"))
        }
        guard let definition = catalogue.datasets.first(where: { $0.name == path.text }) else {
            throw fail(
                unknown(
                    "E0320", "data set source", path.text, path.span, among: catalogue.datasets.map(\.name)))
        }
        let options = try checkOptions(declaration.options, definition.options, of: "dataset `\(path.text)`")
        guard let argument = arguments?.first, arguments?.count == 1, argument.label == nil,
            case .string(let file) = try constant(argument.value)
        else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(path.text)` takes one CSV file", at: sourceSpan,
                    helps: ["write `\(path.text)(\"predictions.csv\")`"]))
        }
        let predictions = try table(file, argument.value.span)
        let dataset = try complete(declaration.name.text, predictions, options, span)
        if let cluster = options["cluster"]?.span, dataset.weight != nil {
            throw fail(unweighted("`cluster`", dataset, at: cluster))
        }
        lint(dataset)
        return dataset
    }

    private mutating func table(_ path: String, _ span: SourceSpan) throws(CheckFailure) -> Table {
        try checkExists(.string(path), at: span)
        do {
            return Table(path: path, columns: try schema.columns(of: path), span: span)
        } catch {
            throw fail(
                Diagnostic("E0419", "cannot read the columns of `\(path)`", at: span, label: error.reason))
        }
    }

    private mutating func complete(
        _ name: String, _ predictions: Table, _ options: ResolvedOptions, _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription {
        let labels = try labelTable(options)
        let labelColumn = try labelColumn(options, labels, predictions, span)
        let keys = try keys(options, labels, predictions)
        let positive = (options["positive"]?.values.first?.elements ?? []).compactMap(\.asText)
        let positives = positive.isEmpty ? ["melanoma", "mel"] : positive
        let scores = try scoreColumns(options, positives, predictions)
        let reading = try reading(options, positives, scores, predictions, span)
        return DatasetDescription(
            name: name, predictions: predictions.path, labels: labels?.path,
            predictionKey: keys == nil ? try soleKey(options, predictions) : keys?.here,
            labelKey: keys?.there, labelColumn: labelColumn, positiveLabels: positives, reading: reading,
            scoreColumns: scores, mappings: try mappings(options, labels, predictions),
            weight: try extraColumn("weight", options, labels, predictions),
            cluster: try extraColumn("cluster", options, labels, predictions),
            likelyCluster: likelyCluster(options, labels, predictions), options: options, span: span)
    }

    /// The table of labels, if option `labels` names one.
    private mutating func labelTable(_ options: ResolvedOptions) throws(CheckFailure) -> Table? {
        guard let entry = options["labels"], let text = entry.values.first?.asText, let span = entry.span,
            text.lowercased().hasSuffix(".csv")
        else { return nil }
        return try table(text, span)
    }

    private mutating func labelColumn(
        _ options: ResolvedOptions, _ labels: Table?, _ predictions: Table, _ span: SourceSpan
    ) throws(CheckFailure) -> String {
        let table = labels ?? predictions
        let values = options["labels"]?.values ?? []
        if let named = (labels == nil ? values.first : values.dropFirst().first)?.asText {
            return try column(named, in: table, at: options["labels"]?.span ?? span)
        }
        if let mapped = mapped("diagnosis", options) {
            return try column(mapped, in: table, at: options["map"]?.span ?? span)
        }
        let known = catalogue.attribute("diagnosis")?.columnSynonyms ?? []
        if let column = table.column(amongNames: known) { return column }
        throw fail(
            Diagnostic(
                "E0508", "this data set has no labels", at: table.span,
                label: "columns of \(table.path): \(table.columns.prefix(12).joined(separator: ", "))",
                helps: [
                    "name the column of the true class: `labels dx`, or a CSV with it: `labels \"labels.csv\" dx`"
                ]))
    }

    /// The column of this name, or a finding.
    private mutating func column(_ name: String, in table: Table, at span: SourceSpan) throws(CheckFailure)
        -> String
    {
        if let column = table.column(name) { return column }
        var finding = unknown("E0507", "column", name, span, among: table.columns)
        finding.notes = ["columns of \(table.path): \(table.columns.prefix(20).joined(separator: ", "))"]
        throw fail(finding)
    }

    private func mapped(_ attribute: String, _ options: ResolvedOptions) -> String? {
        guard case .record(let fields)? = options["map"]?.values.first else { return nil }
        return fields.first { $0.name == attribute }?.value.asText
    }

    /// The column that names the images of a table that is not joined, by which a comparison finds the same images.
    private mutating func soleKey(
        _ options: ResolvedOptions, _ predictions: Table
    ) throws(CheckFailure) -> String? {
        guard let name = options["id"]?.values.first?.asText else {
            return predictions.column(amongNames: Self.keyNames)
        }
        return try column(name, in: predictions, at: options["id"]?.span ?? predictions.span)
    }

    /// The columns by which rows of the two tables are joined; nil without a table of labels.
    private mutating func keys(
        _ options: ResolvedOptions, _ labels: Table?, _ predictions: Table
    ) throws(CheckFailure) -> (here: String, there: String)? {
        guard let labels else { return nil }
        let values = (options["id"]?.values ?? []).compactMap(\.asText)
        let span = options["id"]?.span ?? predictions.span
        let here =
            try values.first.map { name throws(CheckFailure) in try column(name, in: predictions, at: span) }
            ?? predictions.column(amongNames: Self.keyNames)
        let there =
            try values.dropFirst().first.map { name throws(CheckFailure) in
                try column(name, in: labels, at: span)
            } ?? here.flatMap { labels.column($0) } ?? labels.column(amongNames: Self.keyNames)
        guard let here, let there else {
            throw fail(
                Diagnostic(
                    "E0511", "no column joins \(predictions.path) with \(labels.path)", at: labels.span,
                    helps: ["name the columns of the image: `id image image_id`"]))
        }
        return (here, there)
    }

    private mutating func scoreColumns(
        _ options: ResolvedOptions, _ positives: [String], _ predictions: Table
    ) throws(CheckFailure) -> [String] {
        if let entry = options["score"], let span = entry.span {
            var columns: [String] = []
            for name in (entry.values.first?.elements ?? []).compactMap(\.asText) {
                columns.append(try column(name, in: predictions, at: span))
            }
            return columns
        }
        let classes = positives.compactMap { predictions.column($0) }
        if !classes.isEmpty { return classes }
        return predictions.column(amongNames: Self.scoreNames).map { [$0] } ?? []
    }

    /// By class where a column of predicted classes is there and no threshold is written, else by score.
    private mutating func reading(
        _ options: ResolvedOptions, _ positives: [String], _ scores: [String], _ predictions: Table,
        _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription.Reading {
        let named = options.text("predicted")
        let predicted =
            try named.map { name throws(CheckFailure) in
                try column(name, in: predictions, at: options["predicted"]?.span ?? span)
            } ?? predictions.column(amongNames: Self.predictionNames)
        if let predicted, options.number("threshold") == nil {
            return .predictedClass(column: predicted, classes: positives)
        }
        guard !scores.isEmpty else {
            throw fail(
                Diagnostic(
                    "E0510", "no column of \(predictions.path) is a prediction", at: predictions.span,
                    label: "columns: \(predictions.columns.prefix(12).joined(separator: ", "))",
                    helps: ["name it: `predicted COLUMN` for classes, `score COLUMN` for probabilities"]))
        }
        return .score(columns: scores, threshold: options.number("threshold") ?? 0.5)
    }

    /// The column that an option names, looked for in the predictions, then in the labels; nil without the option.
    private mutating func extraColumn(
        _ option: String, _ options: ResolvedOptions, _ labels: Table?, _ predictions: Table
    ) throws(CheckFailure) -> DatasetDescription.Column? {
        guard let name = options.text(option) else { return nil }
        if let labels, predictions.column(name) == nil, let column = labels.column(name) {
            return .init(column: column, inLabels: true)
        }
        let column = try column(name, in: predictions, at: options[option]?.span ?? predictions.span)
        return .init(column: column, inLabels: false)
    }

    /// A column that by its name says whose image a row is, where no option says it.
    private func likelyCluster(
        _ options: ResolvedOptions, _ labels: Table?, _ predictions: Table
    ) -> DatasetDescription.Column? {
        guard !options.has("cluster"), !options.has("weight") else { return nil }
        for (table, inLabels) in [(predictions, false), (labels ?? predictions, true)] {
            guard let column = table.column(amongNames: Self.clusterNames) else { continue }
            return .init(column: column, inLabels: inLabels)
        }
        return nil
    }

    /// The columns of attributes: those that the script maps, then those whose names say it.
    private mutating func mappings(
        _ options: ResolvedOptions, _ labels: Table?, _ predictions: Table
    ) throws(CheckFailure) -> [DatasetDescription.Mapping] {
        if case .record(let fields)? = options["map"]?.values.first, let span = options["map"]?.span {
            for field in fields {
                _ = try attribute(Name(text: field.name, span: span))
            }
        }
        var mappings: [DatasetDescription.Mapping] = []
        for attribute in catalogue.attributes where attribute.name != "diagnosis" {
            let wanted = mapped(attribute.name, options).map { [$0] }
            let names = wanted ?? attribute.columnSynonyms
            if let labels, let column = labels.column(amongNames: names) {
                mappings.append(.init(attribute: attribute.name, column: column, inLabels: true))
            } else if let column = predictions.column(amongNames: names) {
                mappings.append(.init(attribute: attribute.name, column: column, inLabels: false))
            } else if let wanted {
                _ = try column(
                    wanted[0], in: labels ?? predictions, at: options["map"]?.span ?? predictions.span)
            }
        }
        return mappings
    }
}
