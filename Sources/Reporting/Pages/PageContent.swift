import Statistics

/// What fills the page's template, from the report and its gates.
struct PageContent {
    /// The report.
    let report: Report
    /// The conditions judged.
    let gates: [GateRecord]

    /// What stands in the page's head and header.
    var head: [String: PageValue] {
        let provenance = report.provenance
        return [
            "tool": .text(provenance.tool), "edition": .text(String(provenance.edition)),
            "scriptHash": .text(provenance.scriptHash), "seed": .optional(provenance.seed.map { String($0) }),
            "title": .text(title),
            "style": .markup(String(decoding: PackageResources.page_css, as: UTF8.self)),
            "warning": .optional(ProvenanceLines(provenance: provenance).warning),
            "subtitle": .text("\(provenance.tool), edition \(provenance.edition)"),
            "contents": .list(contents),
        ]
    }

    /// What stands in the page's body.
    var body: [String: PageValue] {
        get throws(ReportingError) {
            let figures = try PageFigures(report: report).values
            let document = ReportDocument(report, gates: [])
            let cohorts = cohorts
            return [
                "findings": .list(ReportFindings(report, gates: gates).findings.map(value)),
                "hasGates": .flag(!gates.isEmpty), "gates": .list(gates.map(value)),
                "question": .text(question), "script": .optional(report.provenance.script),
                "parts": .list(document.parts.dropLast().map(value)),
                "hasFigures": .flag(!figures.isEmpty), "figures": .list(figures),
                "hasCohorts": .flag(!cohorts.isEmpty), "cohorts": .list(cohorts),
                "methods": .list(
                    ReportMethods(report).methods.map {
                        .object(["text": .text($0.text), "source": .text($0.source)])
                    }), "limits": .texts(report.notes.map(\.text)),
                "provenance": .list(ProvenanceTable(provenance: report.provenance).rows.map(value)),
            ]
        }
    }

    private var title: String {
        let names = report.classifiers.prefix(3).joined(separator: ", ")
        let rest = report.classifiers.count > 3 ? " and \(report.classifiers.count - 3) more" : ""
        return names.isEmpty ? "Comparison of classifiers" : "Audit of \(names)\(rest)"
    }

    /// The statement's metrics and groupings in words.
    private var question: String {
        let groupings = report.sections.map(\.grouping).filter { !$0.attributes.isEmpty }.map(\.name)
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let by = groupings.isEmpty ? "" : " by \(groupings.joined(separator: ", "))"
        let metrics = report.metrics.map { request -> String in
            if case .gap(let gap) = request { gap.title } else { request.name }
        }
        let name = report.provenance.scriptName.map { " (script \($0))" } ?? ""
        return metrics.joined(separator: ", ") + by + name
    }

    private var contents: [PageValue] {
        let names = [
            ("findings", "Findings"), ("gates", "Gates"), ("question", "What was asked"),
            ("results", "Results"),
            ("figures", "Figures"), ("cohort", "Cohort"), ("methods", "Methods"), ("limits", "Limits"),
            ("provenance", "Provenance"),
        ]
        let hidden = Set(
            (gates.isEmpty ? ["gates"] : [])
                + (report.sections.allSatisfy(\.rows.isEmpty) ? ["figures", "cohort"] : [])
        )
        return names.filter { !hidden.contains($0.0) }
            .map { .object(["id": .text($0.0), "name": .text($0.1)]) }
    }

    private func value(_ finding: ReportFindings.Finding) -> PageValue {
        .object(["mark": .text(finding.mark.rawValue), "text": .text(finding.text)])
    }

    private func value(_ gate: GateRecord) -> PageValue {
        let explanation = gate.verdict == .pass || gate.explanation.isEmpty ? nil : gate.explanation
        return .object([
            "verdict": .text(gate.verdict.rawValue), "words": .text(gate.verdict.words),
            "kind": .text(gate.kind.rawValue), "statement": .text(gate.statement), "file": .text(gate.file),
            "line": .text(String(gate.line)), "because": .optional(gate.because),
            "explanation": .optional(explanation),
        ])
    }

    private func value(_ fact: (name: String, value: String)) -> PageValue {
        .object(["name": .text(fact.name), "value": .text(fact.value)])
    }

    private func value(_ part: ReportDocument.Part) -> PageValue {
        .object([
            "heading": .optional(part.heading),
            "blocks": .list(
                part.blocks.flatMap(Self.fitting).map {
                    PageBlock(block: $0, label: part.heading ?? "table").value
                }),
        ])
    }

    /// Characters of a table's line that fit the page, on paper too.
    private static let tableWidth = 92

    /// A block, a wide table in several that fit the page.
    private static func fitting(_ block: ReportDocument.Block) -> [ReportDocument.Block] {
        guard case .table(let table, let caption) = block else { return [block] }
        return table.parts(width: tableWidth).enumerated().map { index, part in
            .table(part, caption: index == 0 ? caption : nil)
        }
    }

    // MARK: The cohort

    /// The declared groups of each grouping on each cohort, the empty ones included.
    private var cohorts: [PageValue] {
        report.panels { _ in true }.map { panel in
            .object([
                "name": .text("\(panel[0].cohort) by \(panel[0].grouping.name)"),
                "attributes": .texts(panel[0].grouping.attributes),
                "groups": .list(panel[0].rows.map(value)),
            ])
        }
    }

    private func value(_ row: ReportRow) -> PageValue {
        let remark = row.counts.total == 0 ? "no case" : row.isSmall ? "few cases" : ""
        return .object([
            "isEmpty": .flag(row.counts.total == 0), "levels": .texts(row.levels),
            "n": .text(Decimals.thousands(row.counts.total)),
            "positives": .text(Decimals.thousands(row.counts.positives)),
            "negatives": .text(Decimals.thousands(row.counts.negatives)), "remark": .text(remark),
        ])
    }
}
