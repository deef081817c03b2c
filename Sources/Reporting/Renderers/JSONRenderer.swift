import Statistics

/// Writes a report as canonical JSON: equal reports give equal bytes (spec/metrics.md, section 10).
package struct JSONRenderer: Sendable {
    /// The name and version of the layout.
    package static let schema = "dermaudit-report/1"

    /// A renderer; it has no settings.
    package init() {}

    /// The report as text.
    package func text(_ report: Report, gates: [GateRecord] = []) -> String {
        value(report, gates: gates).text
    }

    /// The report as a JSON value.
    package func value(_ report: Report, gates: [GateRecord] = []) -> JSONValue {
        let provenance = report.provenance
        let numbers = report.sections.flatMap { section in
            section.overall.numbers.map { object($0, provenance) }
                + section.rows.flatMap(\.numbers).map { object($0, provenance) }
                + section.comparisons.map { object($0, provenance) }
        }
        return .object([
            "banner": .strings(provenance.isPhantom ? [ReportProvenance.phantomWarning] : []),
            "correction": .optional(report.correction?.rawValue),
            "differences": .array(report.differences.map { object($0, provenance) }),
            "gates": .array(gates.map(object)), "level": .number(report.level),
            "metrics": .strings(report.metrics.map(\.name)),
            "notes": .array(report.notes.map(object)),
            "numbers": .array(numbers),
            "provenance": object(provenance),
            "schema": .string(Self.schema),
            "sections": .array(report.sections.map { object($0, provenance) }),
        ])
    }

    private func object(_ note: ReportNote) -> JSONValue {
        .object(["code": .string(note.code.rawValue), "text": .string(note.text)])
    }

    private func object(_ gate: GateRecord) -> JSONValue {
        .object([
            "statement": .string(gate.statement), "verdict": .string(gate.verdict.rawValue),
            "kind": .string(gate.kind.rawValue), "because": .optional(gate.because),
            "explanation": .string(gate.explanation), "file": .string(gate.file), "line": .integer(gate.line),
        ])
    }

    private func object(_ section: ReportSection, _ provenance: ReportProvenance) -> JSONValue {
        let groups = section.rows.map { row in
            JSONValue.object([
                "key": .string(row.key), "levels": .strings(row.levels), "n": .integer(row.counts.total),
                "small": .bool(row.isSmall), "tp": .integer(row.counts.truePositives),
                "fp": .integer(row.counts.falsePositives), "tn": .integer(row.counts.trueNegatives),
                "fn": .integer(row.counts.falseNegatives),
            ])
        }
        return .object([
            "classifier": .string(section.classifier), "cohort": .string(section.cohort),
            "chance": .array(
                section.chance.map {
                    .object([
                        "metric": .string($0.metric.rawValue), "expected": .number($0.expected),
                        "quantile_95": .number($0.quantile95),
                    ])
                }),
            "curves": object(section.curves),
            "grouping": .string(section.grouping.name), "attributes": .strings(section.grouping.attributes),
            "groups": .array(groups), "notes": .array(section.notes.map(object)),
            "associations": .array(section.associations.map(object)),
            "pairs": .array(section.pairs.map { object($0, provenance) }),
            "references": .array(section.references.map { object($0, provenance) }),
            "shrunken": .array(section.shrinkage.map { object($0, provenance) }),
        ])
    }

    private func object(_ comparison: ReportComparison, _ provenance: ReportProvenance) -> JSONValue {
        guard case .object(var members) = object(comparison.number, provenance) else { return .null }
        members["title"] = .string(comparison.title)
        members["requested"] = .bool(comparison.isRequested)
        members["groups_highest"] = .strings(comparison.highest)
        members["groups_lowest"] = .strings(comparison.lowest)
        members["groups_used"] = .integer(comparison.groupsUsed)
        members["groups_undefined"] = .strings(comparison.groupsUndefined)
        members["incomplete"] = .bool(!comparison.groupsUndefined.isEmpty)
        members["groups_left_out"] = .strings(comparison.groupsLeftOut)
        return .object(members)
    }

    func object(_ number: ReportNumber, _ provenance: ReportProvenance) -> JSONValue {
        .object([
            "metric": .string(number.metric), "classifier": .string(number.classifier),
            "cohort": .string(number.cohort), "grouping": .optional(number.grouping),
            "group": .optional(number.group), "value": .optional(number.value.value),
            "reason": .optional(number.value.reason?.rawValue), "n": .integer(number.n),
            "n_pos": .integer(number.positives), "n_neg": .integer(number.negatives),
            "weight": .optional(number.weight), "unit": .string(number.unit),
            "clusters": number.clusters.map { .integer($0) } ?? .null,
            "interval": object(number.interval),
            "interval_reason": .optional(number.intervalReason?.rawValue),
            "test": object(number.test), "test_reason": .optional(number.testReason?.rawValue),
            "expected_under_null": .optional(number.expectedUnderNull),
            "null_quantile_95": .optional(number.nullQuantile95), "threshold": .optional(number.threshold),
            "direction": .string(number.direction.rawValue), "cohort_hash": .string(number.cohortHash),
            "model_hash": .optional(number.modelHash), "engine_version": .optional(provenance.engine),
            "script_sha256": .string(provenance.scriptHash),
        ])
    }

    func object(_ interval: Interval?) -> JSONValue {
        guard let interval else { return .null }
        return .object([
            "level": .number(interval.level), "method": .string(interval.method),
            "low": .number(interval.low),
            "high": .number(interval.high), "seed": .optional(interval.seed.map { String($0) }),
            "draws": interval.draws.map { .integer($0) } ?? .null,
        ])
    }

    func object(_ test: ReportTest?) -> JSONValue {
        guard let test else { return .null }
        return .object([
            "name": .string(test.name), "method": .string(test.method), "statistic": .number(test.statistic),
            "p": .number(test.p), "p_adjusted": .optional(test.adjustedP),
            "family_size": .integer(test.familySize), "generator": .optional(test.sampling?.generator),
            "seed": .optional(test.sampling.map { String($0.seed) }),
            "draws": test.sampling.map { .integer($0.draws) } ?? .null,
            "p_standard_error": .optional(test.sampling?.standardError),
        ])
    }

    private func object(_ provenance: ReportProvenance) -> JSONValue {
        .object([
            "tool": .string(provenance.tool), "edition": .integer(provenance.edition),
            "script_sha256": .string(provenance.scriptHash),
            "script": .optional(provenance.script), "script_name": .optional(provenance.scriptName),
            "seed": provenance.seed.map { .string(String($0)) } ?? .null,
            "engine": .optional(provenance.engine),
            "generators": .array(provenance.generators.map(object)),
            "classifiers": .array(provenance.classifiers.map(object)),
        ])
    }

    private func object(_ model: ModelFacts) -> JSONValue {
        .object([
            "name": .string(model.name), "phantom": .bool(model.isPhantom),
            "settings": .array(
                model.settings.map { .object(["name": .string($0.name), "value": .string($0.value)]) }),
            "weights": .array(
                model.weights.map { .object(["role": .string($0.role), "sha256": .string($0.sha256)]) }),
        ])
    }
}
