import Diagnostics
import Syntax

extension Checker {
    /// Checks `dataset NAME = SOURCE with ...` and binds its name: to a data set, or to a schema.
    mutating func checkDataset(
        _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        guard case .named(let path, let arguments, let sourceSpan) = declaration.source else {
            throw fail(
                Diagnostic(
                    "E0317", "a file alone does not say what it holds", at: declaration.source.span,
                    label: "write `predictions(...)` around it"))
        }
        if path.text == "schema" {
            let schema = try checkSchema(declaration, arguments, sourceSpan)
            try bind(declaration.name, to: .schema(schema))
            return .schema(schema)
        }
        if catalogue.datasets.contains(where: { $0.name == path.text }) {
            notes.note(.dataset(path.text), at: path.span)
        }
        wordsOfConstants = []
        let dataset: DatasetDescription
        if let binding = environment.binding(of: path.text) {
            noteUse(of: path)
            guard case .schema(let schema) = binding else {
                throw fail(wrongKind(path, binding, expected: "a source of data sets"))
            }
            dataset = try checkFolder(declaration, arguments ?? [], following: schema, sourceSpan, span)
        } else if isBroken(path) {
            throw failSilently()
        } else if path.text == "folder" {
            dataset = try checkFolder(declaration, arguments ?? [], following: nil, sourceSpan, span)
        } else {
            dataset = try checkPredictions(declaration, path, arguments ?? [], sourceSpan, span)
        }
        if let cluster = dataset.options["cluster"]?.span, dataset.weight != nil {
            throw fail(unweighted("`cluster`", dataset, at: cluster))
        }
        lint(dataset)
        environment.lastDataset = try bind(
            declaration.name, resultName: dataset.name, to: .dataset(dataset), at: span)
        return .dataset(dataset)
    }

    // MARK: Schemas

    private mutating func checkSchema(
        _ declaration: Declaration, _ arguments: [Argument]?, _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetSchema {
        guard arguments?.isEmpty ?? true else {
            throw fail(
                Diagnostic(
                    "E0414", "`schema` takes no files", at: span,
                    helps: ["the data sets that follow it name them"]))
        }
        let options = try checkOptions(
            declaration.options, datasetOptions("schema"), of: "dataset `schema`")
        return DatasetSchema(name: declaration.name.text, options: options)
    }

    private func datasetOptions(_ name: String) -> [OptionDefinition] {
        catalogue.datasets.first { $0.name == name }?.options ?? []
    }

    /// The options of a data set, completed by those of the schema that it follows.
    private mutating func options(
        _ declaration: Declaration, of source: String, following schema: DatasetSchema?
    ) throws(CheckFailure) -> ResolvedOptions {
        let written = try checkOptions(
            declaration.options, datasetOptions(source), of: "dataset `\(source)`")
        guard let name = written.text("follows"), let span = written["follows"]?.span else {
            return schema.map { written.completed(by: $0.options) } ?? written
        }
        if broken.contains(name) { throw failSilently() }
        guard case .schema(let named)? = environment.binding(of: name) else {
            throw fail(
                unknown(
                    "E0312", "schema", name, span, among: names(of: "schema"),
                    helps: ["a module has some: `use derm.ham10000`"]))
        }
        noteUse(of: name, endingAt: span.end)
        return written.completed(by: named.options)
    }

    // MARK: Predictions

    private mutating func checkPredictions(
        _ declaration: Declaration, _ path: NamePath, _ arguments: [Argument], _ sourceSpan: SourceSpan,
        _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription {
        guard catalogue.datasets.contains(where: { $0.name == path.text }) else {
            throw fail(
                unknown(
                    "E0320", "data set source", path.text, path.span,
                    among: catalogue.datasets.map(\.name) + names(of: "schema")))
        }
        let options = try options(declaration, of: path.text, following: nil)
        guard arguments.count == 1, arguments[0].label == nil,
            case .string(let file) = located(try constant(arguments[0].value), arguments[0].value)
        else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(path.text)` takes one CSV file", at: sourceSpan,
                    helps: ["write `\(path.text)(\"predictions.csv\")`"]))
        }
        let found = try self.tables([
            (file, arguments[0].value.span), try labelFile(options), try attributeFile(options),
        ])
        guard let base = found[0] else { throw failSilently() }
        var tables = DatasetTables(all: [base])
        if let labels = found[1] {
            tables.all.append(labels)
            tables.labels = 1
            tables.joins.append(try join(tables, options))
        }
        if let attributes = found[2] { try add(attributes, to: &tables, options) }
        return try complete(declaration.name, images: nil, tables, options, span)
    }

    // MARK: Folders

    /// `folder("images")`, or the name of a schema with the folder and the tables in parentheses.
    private mutating func checkFolder(
        _ declaration: Declaration, _ arguments: [Argument], following schema: DatasetSchema?,
        _ sourceSpan: SourceSpan, _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetDescription {
        let options = try options(declaration, of: "folder", following: schema)
        let files = try files(arguments, schema, sourceSpan)
        let folder = files[0].path
        try checkFolder(folder, at: files[0].span)
        var tables = DatasetTables(all: [])
        let labels = files.count > 1 ? files[1] : try labelFile(options)
        guard let labels else {
            throw fail(
                Diagnostic(
                    "E0508", "photographs alone have no labels", at: sourceSpan,
                    helps: ["name a CSV with the true class of each: `labels \"labels.csv\" dx`"]))
        }
        let found = try self.tables(
            [labels, files.count > 2 ? files[2] : try attributeFile(options)], in: folder)
        tables.all = [found[0]].compactMap { $0 }
        if let attributes = found[1] {
            // Each photograph is a row of the table that names it, and that is the one of attributes where both do.
            tables.all.insert(attributes, at: 0)
            tables.labels = 1
            tables.joins = [nil, try join(tables, options)]
        }
        return try complete(declaration.name, images: folder, tables, options, span)
    }

    /// A path in quotes with its place.
    private typealias NamedFile = (path: String, span: SourceSpan)

    private mutating func files(
        _ arguments: [Argument], _ schema: DatasetSchema?, _ span: SourceSpan
    ) throws(CheckFailure) -> [NamedFile] {
        var files: [NamedFile] = []
        for argument in arguments where argument.label == nil {
            guard case .string(let path) = located(try constant(argument.value), argument.value) else {
                continue
            }
            files.append((path, argument.value.span))
        }
        let most = schema == nil ? 1 : 3
        guard files.count == arguments.count, (1...most).contains(files.count) else {
            let wanted =
                schema == nil ? "one folder" : "a folder, a CSV of labels and perhaps one of attributes"
            let name = schema?.name ?? "folder"
            throw fail(
                Diagnostic(
                    "E0414", "`\(name)` takes \(wanted)", at: span,
                    helps: ["write `\(name)(\"images\"\(schema == nil ? "" : ", \"labels.csv\""))`"]))
        }
        return files
    }

    private mutating func checkFolder(_ path: String, at span: SourceSpan) throws(CheckFailure) {
        try checkExists(.string(path), at: span)
        do {
            guard try schema.imageCount(in: path) == 0 else { return }
        } catch {
            throw fail(
                Diagnostic(
                    "E0419", "cannot look into `\(path)`", at: span, label: error.reason))
        }
        throw fail(
            Diagnostic(
                "E0422", "there is no photograph in `\(path)`", at: span,
                label: "neither JPEG nor PNG, also not in its subfolders"))
    }

    // MARK: Tables

    mutating func table(_ path: String, _ span: SourceSpan) throws(CheckFailure) -> DatasetTables.Table {
        try checkExists(.string(path), at: span)
        do {
            return DatasetTables.Table(path: path, columns: try schema.columns(of: path), span: span)
        } catch {
            throw fail(
                Diagnostic("E0419", "cannot read the columns of `\(path)`", at: span, label: error.reason))
        }
    }

    /// The tables at several paths; all that are not there are told at once.
    private mutating func tables(
        _ files: [NamedFile?], in folder: String? = nil
    ) throws(CheckFailure) -> [DatasetTables.Table?] {
        let found = files.map { file -> DatasetTables.Table? in
            guard let file else { return nil }
            return attempt { checker throws(CheckFailure) in
                guard let folder else { return try checker.table(file.path, file.span) }
                return try checker.located(file.path, folder, file.span)
            }
        }
        guard zip(files, found).allSatisfy({ $0 == nil || $1 != nil }) else { throw failSilently() }
        return found
    }

    /// A table seen from the script or, where it is not there, from the folder of photographs.
    private mutating func located(
        _ path: String, _ folder: String, _ span: SourceSpan
    ) throws(CheckFailure) -> DatasetTables.Table {
        let inside = "\(folder)/\(path)"
        let isInside = !path.hasPrefix("/") && !schema.exists(path) && schema.exists(inside)
        return try table(isInside ? inside : path, span)
    }

    /// The file that option `labels` names, if it names one.
    private func labelFile(_ options: ResolvedOptions) throws(CheckFailure) -> NamedFile? {
        guard let entry = options["labels"], let text = entry.values.first?.asText, let span = entry.span,
            text.lowercased().hasSuffix(".csv")
        else { return nil }
        return (text, span)
    }

    private func attributeFile(_ options: ResolvedOptions) throws(CheckFailure) -> NamedFile? {
        guard let text = options.text("attributes"), let span = options["attributes"]?.span else {
            return nil
        }
        return (text, span)
    }

    /// Joins the table of attributes to that of the truth.
    private mutating func add(
        _ attributes: DatasetTables.Table, to tables: inout DatasetTables, _ options: ResolvedOptions
    ) throws(CheckFailure) {
        tables.all.append(attributes)
        let from = tables.labels
        let link = options.text("link")
        let known = [link, tables.joins[from]?.key].compactMap { $0 } + Self.keyNames
        guard let there = tables.all[tables.all.count - 1].column(amongNames: known),
            let here = tables.all[from].column(amongNames: [link].compactMap { $0 } + [there] + known)
        else { throw fail(joinless(tables.all[from], tables.all[tables.all.count - 1])) }
        tables.joins.append(.init(column: .init(table: from, name: here), key: there))
    }
}

extension ResolvedOptions {
    /// These options where they are written, the others' where they are not; records are joined field by field.
    ///
    /// The file of option `labels` and the column behind it may come from different sides.
    fileprivate func completed(by others: ResolvedOptions) -> ResolvedOptions {
        var merged = entries.map { entry in
            guard let other = others[entry.name] else { return entry }
            return entry.completed(by: other)
        }
        merged += others.entries.filter { !has($0.name) }
        return ResolvedOptions(entries: merged)
    }
}

extension ResolvedOptions.Entry {
    fileprivate func completed(by other: ResolvedOptions.Entry) -> ResolvedOptions.Entry {
        var values = values
        if case .record(let mine)? = values.first, case .record(let theirs)? = other.values.first {
            let names = Set(mine.map(\.name))
            values = [.record(mine + theirs.filter { !names.contains($0.name) })]
        } else if name == "labels", values.count == 1,
            values.first?.asText?.lowercased().hasSuffix(".csv") ?? false
        {
            values += other.values.suffix(1)
        }
        return ResolvedOptions.Entry(name: name, values: values, isDefault: isDefault, span: span)
    }
}
