import Statistics

/// Makes the numbers of one classifier under one grouping.
struct SectionBuilder {
    /// The classifier and its rows.
    let subject: ReportSubject
    /// Its rows in groups.
    let records: GroupedRecords
    /// The groups that are reported: all declared ones but those left out on request.
    let groups: [Group]
    /// What the statement asked for.
    let metrics: [MetricRequest]
    /// How intervals and tests are made.
    let options: ReportOptions
    /// The seed of what is drawn at random.
    let seed: UInt64

    /// A builder for a classifier's rows under a grouping.
    init(
        subject: ReportSubject, records: GroupedRecords, metrics: [MetricRequest], options: ReportOptions,
        seed: UInt64
    ) {
        self.subject = subject
        self.records = records
        self.metrics = metrics
        self.options = options
        self.seed = seed
        groups = records.groups.filter { Set($0.levels).isDisjoint(with: options.excludedLevels) }
    }

    /// Whether the section reports everybody alone.
    var isOverall: Bool { records.grouping.attributes.isEmpty }

    /// The section.
    func section() -> ReportSection {
        let columns = columns
        let rows = isOverall ? [] : groups.map { row($0.levels, $0.key, $0.sample, columns) }
        let comparisons = isOverall ? [] : ComparisonBuilder(section: self).comparisons()
        let pairs = PairBuilder(section: self, columns: columns)
        let shrinkage = ShrinkageBuilder(section: self).shrinkage(of: columns)
        let notes = ReportNotes(metrics: metrics, level: options.level)
        return ReportSection(
            classifier: subject.classifier, cohort: subject.cohort, grouping: records.grouping,
            columns: columns, rows: rows, overall: row([], nil, records.everybody, columns),
            comparisons: comparisons, associations: AssociationBuilder(section: self).tests(of: columns),
            references: pairs.references, pairs: pairs.pairs, shrinkage: shrinkage,
            samples: isOverall ? [] : groups.map(\.sample),
            notes: notes.ofSection(self, rows: rows, comparisons: comparisons, shrinkage: shrinkage)
                + pairs.notes)
    }

    /// A number with everything of the section that travels with it.
    func number(_ metric: String, _ value: Quantity, counts: Confusion, direction: Direction) -> ReportNumber
    {
        ReportNumber(
            metric: metric, classifier: subject.classifier, cohort: subject.cohort,
            grouping: isOverall ? nil : records.grouping.name, group: nil, value: value,
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
        guard options.hasIntervals else { return nil }
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
