import Statistics

extension Report {
    /// Whether only comparisons were asked for, extremes among them: the layout of the paper's Table 2 fits.
    var isSummary: Bool {
        let extremes = metrics.filter { if case .extreme = $0 { true } else { false } }
        let quantities = metrics.filter { if case .quantity = $0 { true } else { false } }
        return !extremes.isEmpty && quantities.isEmpty
            && sections.allSatisfy { !$0.grouping.attributes.isEmpty }
    }
}

/// Lays out a report of extremes and gaps: a row for each classifier, a bundle of columns for each grouping.
struct SummaryTable {
    /// The report.
    let report: Report

    /// One classifier on one cohort.
    struct Subject: Hashable {
        /// The classifier's name.
        let classifier: String
        /// The cohort's name.
        let cohort: String
    }

    /// The rows, in the order of the report.
    var subjects: [Subject] {
        report.sections.map { Subject(classifier: $0.classifier, cohort: $0.cohort) }.uniqued()
    }

    /// The bundles of columns, in the order of the report.
    var groupings: [Grouping] { report.sections.map(\.grouping).uniqued() }

    /// The comparison of one cell.
    func comparison(_ subject: Subject, _ grouping: Grouping, _ metric: MetricRequest) -> ReportComparison? {
        report.sections.first {
            $0.classifier == subject.classifier && $0.cohort == subject.cohort && $0.grouping == grouping
        }?.comparisons.first { $0.request == metric }
    }

    /// How a subject is named: with its cohort where there are several.
    func name(_ subject: Subject) -> String {
        let hasCohorts = Set(subjects.map(\.cohort)).count > 1
        return hasCohorts ? "\(subject.classifier) on \(subject.cohort)" : subject.classifier
    }

    /// What stands in the columns: `max(accuracy), min(accuracy), DP (max-min accuracy) of the groups`.
    var heading: String {
        let titles = report.metrics.map { metric in
            if case .gap(let gap) = metric { gap.title } else { metric.name }
        }
        return titles.joined(separator: ", ") + " of the groups"
    }

    /// The extremes and gaps.
    var table: TextTable {
        let bundles = groupings.map { grouping in
            TextTable.Bundle(
                title: "by \(grouping.name)",
                columns: report.metrics.map { metric in
                    TextTable.Column(
                        title: title(metric), cells: subjects.map { value(comparison($0, grouping, metric)) })
                })
        }
        return TextTable(keys: TextTable.Bundle(columns: [names]), bundles: bundles)
    }

    /// The heading of a column: `max` instead of `max(accuracy)` where no other quantity could be meant.
    private func title(_ metric: MetricRequest) -> String {
        guard case .extreme(let extreme, _) = metric else { return metric.name }
        return Set(report.metrics.flatMap(\.quantities)).count == 1 ? extreme.rawValue : metric.name
    }

    private func value(_ comparison: ReportComparison?) -> String {
        comparison?.number.value.value.map { Decimals.text($0, places: 4) } ?? "n/a"
    }

    /// What chance gives, for each gap of the table.
    var gaps: TextTable {
        let sections = report.sections.flatMap { section in
            section.comparisons.filter { $0.number.test != nil }.map { (section, $0) }
        }
        func column(
            _ title: String, isRightAligned: Bool = true, _ cell: (ReportSection, ReportComparison) -> String
        ) -> TextTable.Column {
            TextTable.Column(title: title, cells: sections.map(cell), isRightAligned: isRightAligned)
        }
        return TextTable(
            keys: TextTable.Bundle(columns: [
                column("classifier", isRightAligned: false) { section, _ in
                    name(Subject(classifier: section.classifier, cohort: section.cohort))
                },
                column("by", isRightAligned: false) { section, _ in section.grouping.name },
            ]),
            bundles: [
                TextTable.Bundle(columns: [
                    column("gap", isRightAligned: false) { _, comparison in comparison.title },
                    column("value") { _, comparison in value(comparison) },
                    column("by chance") { _, comparison in
                        comparison.number.expectedUnderNull.map { Decimals.text($0, places: 4) } ?? "n/a"
                    },
                    column("p") { _, comparison in
                        comparison.number.test.map { Decimals.pValue($0.p) } ?? "n/a"
                    },
                ]),
                TextTable.Bundle(columns: [
                    column("highest", isRightAligned: false) { _, comparison in
                        GroupNames(keys: comparison.highest).listed(atMost: 3)
                    },
                    column("lowest", isRightAligned: false) { _, comparison in
                        GroupNames(keys: comparison.lowest).listed(atMost: 3)
                    },
                ]),
            ])
    }

    private var names: TextTable.Column {
        TextTable.Column(title: "classifier", cells: subjects.map(name), isRightAligned: false)
    }
}

extension Array where Element: Hashable {
    /// The elements without repetition, in their order.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
