import Provenance
import Reporting
import Semantics

extension Session {
    /// Writes results to a file: completely, or not at all.
    func execute(_ export: ExportDescription) async throws(RunError) {
        let content: String
        if export.format == "json", export.items.count > 1 {
            var values: [JSONValue] = []
            for item in export.items { values.append(try await json(item)) }
            content = JSONValue.object(["items": .array(values)]).text
        } else {
            var texts: [String] = []
            for item in export.items { texts.append(try await text(item, as: export.format)) }
            content = texts.joined(separator: "\n")
        }
        do {
            try HostFile.save(content, to: path(export.path))
        } catch {
            throw .files(error)
        }
        console.notice("wrote `\(export.path)`")
    }

    private func report(named name: String) throws(RunError) -> Report {
        guard let report = reports[name] else { throw .unknownName(name) }
        return report
    }

    private func json(_ item: ExportDescription.Item) async throws(RunError) -> JSONValue {
        if case .report(let name) = item {
            return Reporting.JSONRenderer().value(try report(named: name), gates: gates)
        }
        return try await table(item).json
    }

    private func text(_ item: ExportDescription.Item, as format: String) async throws(RunError) -> String {
        guard case .report(let name) = item else {
            return format == "json" ? try await table(item).json.text : try await table(item).csv
        }
        guard let format = ReportFormat(name: format) else { throw .unsupported("format `\(format)`") }
        let report = try report(named: name)
        do {
            return try ReportRenderer().text(report, gates: gates, as: format)
        } catch {
            throw .figure(error)
        }
    }

    /// A result as a table of rows.
    private func table(_ item: ExportDescription.Item) async throws(RunError) -> ResultTable {
        switch item {
        case .report(let name): throw .unknownName(name)
        case .cohort(let name):
            guard let cohort = cohorts[name] else { throw .unknownName(name) }
            let facts = try facts(of: cohort)
            return ResultTable(
                comments: try provenance(generators: [facts], classifiers: [], seed: cohort.seed).lines,
                columns: cohort.axes.map(\.attribute) + ["images", "prompt"],
                rows: cohort.cells.map { cell in
                    cohort.axes.map { cell.value(of: $0.attribute)?.text ?? "" }
                        + [String(cell.count), cell.prompt]
                })
        case .audit(let name):
            guard let audit = audits[name] else { throw .unknownName(name) }
            return try await table(of: audit)
        }
    }

    /// One row for each image and classifier, with the score and the decision.
    private func table(of audit: AuditDescription) async throws(RunError) -> ResultTable {
        var outcomes: [(outcome: Outcome, names: [String])] = []
        for subject in audit.subjects {
            for classifier in audit.classifiers {
                let source = OutcomeSource.audit(
                    audit.name, classifier: classifier.name, cohort: subject.name)
                let outcome = try await outcome(source)
                let ordinals = subject.cohort.map { CohortImage.all(of: $0).map { String($0.ordinal) } }
                outcomes.append((outcome, ordinals ?? outcome.rows.keys?.strings ?? []))
            }
        }
        let attributes = outcomes.flatMap(\.outcome.rows.attributes).map(\.name).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let naming = audit.subjects.allSatisfy { $0.cohort != nil } ? "ordinal" : "image"
        return ResultTable(
            comments: try provenance(of: outcomes.map(\.outcome)).lines,
            columns: ["cohort", "classifier"] + attributes + [naming, "positive", "score", "predicted"],
            rows: outcomes.flatMap { Self.rows(of: $0.outcome, names: $0.names, attributes: attributes) })
    }

    private static func rows(
        of outcome: Outcome, names: [String], attributes: [String]
    ) -> [[String]] {
        let columns = attributes.map { name in outcome.rows.attributes.first { $0.name == name } }
        return names.enumerated().map { index, name in
            let label = outcome.rows.labels[index].map { $0 ? "1" : "0" } ?? ""
            let score = outcome.rows.scores.map { "\($0[index])" } ?? ""
            let decision = outcome.rows.decisions[index].map { $0 ? "1" : "0" } ?? ""
            return [outcome.cohort, outcome.classifier]
                + columns.map { $0?.value(ofRow: index)?.text ?? "" } + [name, label, score, decision]
        }
    }
}
