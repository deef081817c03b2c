import Statistics

/// Makes the numbers of one classifier under one grouping.
struct SectionBuilder {
    /// The classifier and its rows.
    let subject: ReportSubject
    /// Its rows in groups.
    let records: GroupedRecords
    /// What the statement asked for.
    let metrics: [MetricRequest]
    /// How intervals and tests are made.
    let options: ReportOptions

    /// The seed of what is drawn at random.
    let seed: UInt64

    /// The section.
    func section() -> ReportSection {
        let columns = columns
        let isOverall = records.grouping.attributes.isEmpty
        let rows = isOverall ? [] : records.groups.map { row($0.levels, $0.key, $0.sample, columns) }
        let comparisons = isOverall ? [] : ComparisonBuilder(section: self).comparisons()
        let notes = ReportNotes(metrics: metrics, level: options.level)
        return ReportSection(
            classifier: subject.classifier, cohort: subject.cohort, grouping: records.grouping,
            columns: columns, rows: rows, overall: row([], nil, records.everybody, columns),
            comparisons: comparisons,
            notes: notes.ofSection(
                subject: subject, records: records, rows: rows, comparisons: comparisons, options))
    }

    /// A number with everything of the section that travels with it.
    func number(_ metric: String, _ value: Quantity, counts: Confusion, direction: Direction) -> ReportNumber
    {
        ReportNumber(
            metric: metric, classifier: subject.classifier, cohort: subject.cohort,
            grouping: records.grouping.attributes.isEmpty ? nil : records.grouping.name, group: nil,
            value: value,
            n: counts.total, positives: counts.positives, negatives: counts.negatives,
            threshold: subject.records.threshold, direction: direction, cohortHash: subject.cohortHash,
            modelHash: subject.modelHash)
    }

    /// The distinct quantities of the metrics, in their order.
    private var columns: [GroupMetric] {
        var columns: [GroupMetric] = []
        for quantity in metrics.flatMap(\.quantities) where !columns.contains(quantity) {
            columns.append(quantity)
        }
        return columns
    }

    /// The interval of a proportion, or DeLong's of an area under the curve; nil for other quantities.
    private func interval(_ metric: GroupMetric, _ sample: Sample) -> Interval? {
        if let proportion = metric.proportion(of: sample.counts) {
            return options.interval(proportion, level: options.level)
        }
        guard metric == .auroc, let area = sample.quantity(.auroc).value,
            let variance = sample.quantity(.aurocVariance).value
        else { return nil }
        return AreaComparison.interval(area: area, variance: variance, level: options.level)
    }

    private func row(
        _ levels: [String], _ key: String?, _ sample: Sample, _ columns: [GroupMetric]
    ) -> ReportRow {
        let numbers = columns.map { metric in
            var number = number(
                metric.rawValue, sample.quantity(metric), counts: sample.counts, direction: metric.direction)
            number.group = key
            if key == nil { number.grouping = nil }
            number.interval = interval(metric, sample)
            return number
        }
        return ReportRow(
            levels: levels, counts: sample.counts, isSmall: sample.counts.total < options.minimumCount,
            numbers: numbers)
    }
}
