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
    /// The same groups within what the tests of gaps are adjusted for; nil where that is nothing.
    let strata: SectionStrata?

    /// A builder for a classifier's rows under a grouping.
    init(
        subject: ReportSubject, records: GroupedRecords, metrics: [MetricRequest], options: ReportOptions,
        seed: UInt64
    ) throws(StatisticsError) {
        self.subject = subject
        self.records = records
        self.metrics = metrics
        self.options = options
        self.seed = seed
        groups = records.groups.filter { Set($0.levels).isDisjoint(with: options.excludedLevels) }
        strata = try SectionStrata(subject.records, groups, of: records.grouping, within: options.strata)
    }

    /// How intervals are made.
    var intervals: IntervalOptions { options.intervals(seed: seed) }

    /// Whether the section reports everybody alone.
    var isOverall: Bool { records.grouping.attributes.isEmpty }

    /// Whether the rows carry weights: then there are estimates, and neither intervals nor tests.
    var isWeighted: Bool { records.everybody.weights != nil }

    /// Whether the rows come in clusters: then these are what intervals and tests count.
    var isClustered: Bool { records.everybody.clusters != nil }

    /// The section.
    func section() -> ReportSection {
        let columns = columns
        let rows =
            isOverall
            ? []
            : groups.enumerated().map { row($1.levels, $1.key, $1.sample, place: $0 + 1, columns) }
        let comparisons = isOverall ? [] : ComparisonBuilder(section: self).comparisons()
        let pairs = PairBuilder(section: self, columns: columns)
        let shrinkage = ShrinkageBuilder(section: self).shrinkage(of: columns)
        let notes = ReportNotes(metrics: metrics, level: options.level)
        let overall = row([], nil, records.everybody, place: 0, columns)
        let remarks = MetricNotes(
            section: self, columns: columns, rows: rows, overall: overall, comparisons: comparisons)
        return ReportSection(
            classifier: subject.classifier, cohort: subject.cohort, grouping: records.grouping,
            columns: columns, rows: rows, overall: overall,
            comparisons: comparisons,
            chance: ChanceBuilder(section: self).levels(of: columns, beside: comparisons),
            associations: AssociationBuilder(section: self).tests(of: columns),
            references: pairs.references, pairs: pairs.pairs, shrinkage: shrinkage,
            curves: CurveBuilder(section: self).curves(for: columns),
            notes: notes.ofSection(self, rows: rows, comparisons: comparisons, shrinkage: shrinkage)
                + remarks.notes + pairs.notes)
    }

    /// A number with everything of the section that travels with it.
    func number(
        _ metric: String, _ value: Quantity, counts: Confusion, direction: Direction, of rows: [Sample] = []
    ) -> ReportNumber {
        ReportNumber(
            metric: metric, classifier: subject.classifier, cohort: subject.cohort,
            grouping: isOverall ? nil : records.grouping.name, group: nil, value: value,
            n: counts.total, positives: counts.positives, negatives: counts.negatives,
            unit: subject.records.clusters?.name ?? ReportNumber.image,
            clusters: isClustered ? rows.clusterCount : nil,
            testReason: isWeighted && options.hasTests ? .weighted : nil,
            threshold: subject.records.threshold, direction: direction, cohortHash: subject.cohortHash,
            modelHash: subject.modelHash)
    }

    /// The distinct quantities of the metrics, in their order; calibration errors never without their sign.
    private var columns: [GroupMetric] {
        var wanted = metrics.flatMap(\.quantities)
        if wanted.contains(where: \.isBinned) { wanted.append(.calibrationInTheLarge) }
        var columns: [GroupMetric] = []
        for quantity in wanted where !columns.contains(quantity) { columns.append(quantity) }
        return columns
    }

    /// Whether a group has fewer rows than `min_n` of a kind that a column is made of.
    private func isSmall(_ counts: Confusion, _ columns: [GroupMetric]) -> Bool {
        let least = options.minimumCount
        return counts.total < least
            || columns.contains { (1..<max(least, 1)).contains($0.denominator(of: counts)) }
    }

    private func row(
        _ levels: [String], _ key: String?, _ sample: Sample, place: Int, _ columns: [GroupMetric]
    ) -> ReportRow {
        let numbers = columns.map { metric in
            var number = number(
                metric.rawValue, sample.estimate(metric), counts: sample.counts, direction: metric.direction,
                of: [sample])
            number.group = key
            if key == nil { number.grouping = nil }
            number.weight = sample.weights == nil ? nil : sample.totalWeight
            if options.hasIntervals {
                number.take(GroupInterval.of(metric, in: sample, place: place, options: intervals))
            }
            return number
        }
        return ReportRow(
            levels: levels, counts: sample.counts, isSmall: isSmall(sample.counts, columns),
            numbers: numbers)
    }
}
