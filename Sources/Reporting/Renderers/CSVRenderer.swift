import Statistics

/// Writes a report as comma-separated values: provenance and notes in `#` lines, then one line for each number.
package struct CSVRenderer: Sendable {
    /// How numbers are laid out.
    package enum Layout: Sendable, Hashable {
        /// One line for each number, with everything that travels with it.
        case long
        /// One line for each classifier, as the paper's Table 2; for reports of extremes and gaps.
        case summary
        /// `summary` where the report asks for extremes and gaps only, else `long`.
        case automatic
    }

    private let layout: Layout

    /// A renderer with one layout.
    package init(layout: Layout = .automatic) {
        self.layout = layout
    }

    /// The report as text, lines ended by line feeds.
    package func text(_ report: Report, gates: [GateRecord] = []) -> String {
        var lines = ["# " + ProvenanceLines(provenance: report.provenance).oneLine]
        lines += gates.map {
            "# gate \($0.verdict.rawValue): \($0.kind.rawValue) \($0.statement) (\($0.file):\($0.line))"
                + ($0.because.map { ": \($0)" } ?? "")
        }
        for section in report.sections {
            lines += section.notes.map {
                "# note \($0.code.rawValue): \(section.classifier) by \(section.grouping.name): \($0.text)"
            }
        }
        lines += report.notes.map { "# note \($0.code.rawValue): \($0.text)" }
        let isSummary = layout == .summary || (layout == .automatic && report.isSummary)
        let records = isSummary ? summary(report) : long(report)
        lines += records.map { $0.map(QuotedField.text).joined(separator: ",") }
        return lines.map(PlainText.of).joined(separator: "\n") + "\n"
    }

    private static let header = [
        "classifier", "cohort", "grouping", "group", "metric", "value", "reason", "n", "n_pos", "n_neg",
        "low", "high",
        "level", "interval", "expected_under_null", "null_quantile_95", "p", "p_adjusted", "family_size",
        "test",
        "groups_highest", "groups_lowest", "threshold", "direction", "cohort_hash", "model_hash",
        "row", "against", "weight", "interval_reason", "test_reason", "unit", "clusters",
    ]

    private func long(_ report: Report) -> [[String]] {
        var records = [Self.header]
        for section in report.sections {
            records += section.overall.numbers.map { record($0, "overall") }
            records += section.rows.flatMap(\.numbers).map { record($0, "group") }
            records += section.comparisons.map { record($0.number, "comparison", comparison: $0) }
            records += section.shrinkage.flatMap(\.numbers).map { record($0, "shrunken") }
            records += section.references.map { record($0, "reference") }
            records += section.pairs.map { record($0, "pair") }
        }
        return records + report.differences.map(record)
    }

    /// The difference of two groups: the first in `group`, the second in `against`.
    private func record(_ pair: ReportPair, _ row: String) -> [String] {
        var number = pair.number
        number.group = pair.first
        return record(number, row, against: pair.second)
    }

    /// The difference of two classifiers or cohorts; the second side in `against`.
    private func record(_ difference: ReportDifference) -> [String] {
        let second = "\(difference.second.classifier) on \(difference.second.cohort)"
        return record(difference.number, "difference", against: second)
    }

    private func record(
        _ number: ReportNumber, _ row: String, comparison: ReportComparison? = nil, against: String = ""
    ) -> [String] {
        [
            number.classifier, number.cohort, number.grouping ?? "", number.group ?? "", number.metric,
            text(number.value.value), number.value.reason?.rawValue ?? "", "\(number.n)",
            "\(number.positives)",
            "\(number.negatives)", text(number.interval?.low), text(number.interval?.high),
            text(number.interval?.level), number.interval?.method ?? "", text(number.expectedUnderNull),
            text(number.nullQuantile95), text(number.test?.p), text(number.test?.adjustedP),
            number.test.map { "\($0.familySize)" } ?? "", number.test?.method ?? "",
            comparison?.highest.joined(separator: " ") ?? "", comparison?.lowest.joined(separator: " ") ?? "",
            text(number.threshold), number.direction.rawValue, number.cohortHash, number.modelHash ?? "",
            row, against, text(number.weight), number.intervalReason?.rawValue ?? "",
            number.testReason?.rawValue ?? "", number.unit, number.clusters.map { "\($0)" } ?? "",
        ]
    }

    private func summary(_ report: Report) -> [[String]] {
        let table = SummaryTable(report: report)
        let columns = table.groupings.flatMap { grouping in report.metrics.map { (grouping, $0) } }
        var header = ["classifier", "cohort"]
        for (grouping, metric) in columns {
            header.append("\(grouping.name) \(metric.name)")
            if case .gap = metric { header += ["\(grouping.name) expected by chance", "\(grouping.name) p"] }
        }
        let rows = table.subjects.map { subject in
            var record = [subject.classifier, subject.cohort]
            for (grouping, metric) in columns {
                let number = table.comparison(subject, grouping, metric)?.number
                record.append(text(number?.value.value))
                if case .gap = metric { record += [text(number?.expectedUnderNull), text(number?.test?.p)] }
            }
            return record
        }
        return [header] + rows
    }

    private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
