import Statistics

/// Sets the numbers of two subjects side by side.
struct DifferenceBuilder {
    private let first: ReportSubject
    private let second: ReportSubject
    private let options: ReportOptions
    private let seed: UInt64

    /// The comparison of two subjects.
    init(first: ReportSubject, second: ReportSubject, options: ReportOptions, seed: UInt64) {
        self.first = first
        self.second = second
        self.options = options
        self.seed = seed
    }

    /// The differences in every metric under every grouping; what everybody gives is told once.
    func differences(
        _ metrics: [MetricRequest], by groupings: [Grouping]
    ) throws(StatisticsError) -> [ReportDifference] {
        let records = try pairedRecords()
        if isWeighted { return try weighted(metrics, by: groupings, records) }
        var rows: [ReportDifference] = []
        for (index, grouping) in groupings.enumerated() {
            let comparison = try comparison(records, by: grouping)
            let side = Sides(grouping: grouping, how: how(records))
            for metric in metrics {
                switch metric {
                case .quantity(let quantity):
                    if index == 0 { rows.append(row(metric, Found(comparison.overall(quantity)), nil, side)) }
                    guard !grouping.attributes.isEmpty else { continue }
                    for (key, found) in zip(comparison.keys, comparison.groups(quantity))
                    where !isExcluded(key) {
                        rows.append(row(metric, Found(found), key, side))
                    }
                case .gap(let gap): rows.append(row(metric, Found(comparison.gap(gap)), nil, side))
                case .extreme(let extreme, let quantity):
                    rows.append(row(metric, found(extreme, quantity, comparison), nil, side))
                }
            }
        }
        return rows
    }

    /// One comparison under one grouping.
    private struct Sides {
        let grouping: Grouping
        let how: String
    }

    /// Two values with what is known of their difference.
    fileprivate struct Found {
        let first: Quantity
        let second: Quantity
        let difference: Quantity
        var interval: Interval?
        var test: TestResult?
        let method: String
        let isPaired: Bool
    }

    /// Whether the rows of either side carry weights.
    private var isWeighted: Bool { first.records.weights != nil || second.records.weights != nil }

    /// Weighted estimates side by side, with neither intervals nor tests.
    private func weighted(
        _ metrics: [MetricRequest], by groupings: [Grouping], _ records: PairedRecords?
    ) throws(StatisticsError) -> [ReportDifference] {
        var rows: [ReportDifference] = []
        for (index, grouping) in groupings.enumerated() {
            let one = try (records?.first ?? first.records).grouped(by: grouping)
            let two = try (records?.second ?? second.records).grouped(by: grouping)
            guard one.groups.map(\.key) == two.groups.map(\.key) else {
                throw .groupsDiffer(grouping: grouping.name)
            }
            let side = Sides(grouping: grouping, how: how(records))
            let kept = one.groups.indices.filter { !isExcluded(one.groups[$0].key) }
            let groups = kept.map { (one.groups[$0].sample, two.groups[$0].sample) }
            for metric in metrics {
                func found(_ value: ([Sample]) -> Quantity, _ rows: [(Sample, Sample)]) -> Found {
                    estimates(value(rows.map(\.0)), value(rows.map(\.1)), isPaired: records != nil)
                }
                guard case .quantity(let quantity) = metric else {
                    rows.append(row(metric, found(metric.estimate, groups), nil, side))
                    continue
                }
                let everybody = [(one.everybody, two.everybody)]
                func value(_ rows: [Sample]) -> Quantity { rows[0].estimate(quantity) }
                if index == 0 { rows.append(row(metric, found(value, everybody), nil, side)) }
                guard !grouping.attributes.isEmpty else { continue }
                for (place, pair) in zip(kept, groups) {
                    rows.append(row(metric, found(value, [pair]), one.groups[place].key, side))
                }
            }
        }
        return rows
    }

    private func estimates(_ one: Quantity, _ two: Quantity, isPaired: Bool) -> Found {
        Found(
            first: one, second: two, difference: one.combined(with: two) { $0 - $1 },
            method: "weighted estimates, no test", isPaired: isPaired)
    }

    private func isExcluded(_ key: String) -> Bool {
        !Set(key.split(separator: "|").map(String.init)).isDisjoint(with: options.excludedLevels)
    }

    // MARK: Pairing

    /// The rows of the images that both judged; nil where the images differ.
    private func pairedRecords() throws(StatisticsError) -> PairedRecords? {
        if let one = first.ids, let two = second.ids {
            let records = try PairedRecords(first.records, ids: one, second.records, ids: two)
            return records.count > 0 ? records : nil
        }
        guard first.cohortHash == second.cohortHash, first.records.count == second.records.count else {
            return nil
        }
        return try PairedRecords(sameRows: first.records, second.records)
    }

    private func comparison(
        _ records: PairedRecords?, by grouping: Grouping
    ) throws(StatisticsError) -> ModelComparison {
        let intervals = options.intervals(seed: seed)
        if let records { return try ModelComparison(paired: records, by: grouping, options: intervals) }
        return try ModelComparison(unpaired: first.records, second.records, by: grouping, options: intervals)
    }

    private func how(_ records: PairedRecords?) -> String {
        guard let records else {
            return "unpaired: \(Decimals.thousands(first.records.count)) and "
                + "\(Decimals.thousands(second.records.count)) different images"
        }
        var text = "paired on \(Decimals.thousands(records.count)) images that both judged"
        let left = [records.onlyFirst, records.onlySecond, records.excludedMissingOutcome]
        if left.contains(where: { $0 > 0 }) {
            text +=
                " (left out: \(left[0]) only of the first, \(left[1]) only of the second, "
                + "\(left[2]) without an outcome)"
        }
        return text
    }

    // MARK: Rows

    /// An extreme over the groups of each side; it has no test, for each side may pick another group.
    private func found(
        _ extreme: MetricRequest.Extreme, _ metric: GroupMetric, _ comparison: ModelComparison
    ) -> Found {
        let groups = comparison.groups(metric)
        let first = extreme.value(of: groups.map(\.first), metric)
        let second = extreme.value(of: groups.map(\.second), metric)
        return Found(
            first: first, second: second, difference: first.combined(with: second) { $0 - $1 },
            method: "no test of an extreme", isPaired: comparison.isPaired)
    }

    private func row(
        _ request: MetricRequest, _ found: Found, _ group: String?, _ side: Sides
    ) -> ReportDifference {
        let title =
            if case .gap(let gap) = request { gap.title } else { request.name.replacing("_", with: " ") }
        let isWhole = group == nil && { if case .quantity = request { true } else { false } }()
        let counts = first.records.labels.reduce(into: (0, 0)) { sum, label in
            if label == 1 { sum.0 += 1 } else if label == 0 { sum.1 += 1 }
        }
        var number = ReportNumber(
            metric: request.name, classifier: first.classifier, cohort: first.cohort,
            grouping: isWhole || side.grouping.attributes.isEmpty ? nil : side.grouping.name, group: group,
            value: found.difference, n: counts.0 + counts.1, positives: counts.0, negatives: counts.1,
            threshold: first.records.threshold, direction: .neither, cohortHash: first.cohortHash,
            modelHash: first.modelHash)
        number.unit = first.records.clusters?.name ?? ReportNumber.image
        number.clusters = first.records.clusters?.count
        number.interval = options.hasIntervals ? found.interval : nil
        if isWeighted {
            number.intervalReason = options.hasIntervals ? .weighted : nil
            number.testReason = options.hasTests ? .weighted : nil
        }
        if options.hasTests {
            number.test = found.test.map {
                ReportTest(name: "no difference", method: found.method, statistic: $0.statistic, p: $0.p)
            }
        }
        return ReportDifference(
            request: request, title: title, first: self.side(first, found.first),
            second: self.side(second, found.second), number: number, isPaired: found.isPaired,
            method: "\(side.how); \(title): \(found.method)")
    }

    private func side(_ subject: ReportSubject, _ value: Quantity) -> ReportDifference.Side {
        ReportDifference.Side(
            classifier: subject.classifier, cohort: subject.cohort, value: value, n: subject.records.count)
    }
}

extension DifferenceBuilder.Found {
    /// What the statistics found.
    fileprivate init(_ found: ModelDifference) {
        self.init(
            first: found.first, second: found.second, difference: found.difference,
            interval: found.interval.interval, test: found.test, method: found.testMethod,
            isPaired: found.isPaired)
    }
}

extension MetricRequest.Extreme {
    /// The extreme of the groups' values; undefined with fewer than two of them.
    func value(of groups: [Quantity], _ metric: GroupMetric) -> Quantity {
        let disparity = Disparity(groups)
        let numbers = groups.compactMap(\.value)
        switch (self, metric.direction) {
        case (.max, _), (.worst, .lowerIsBetter): return disparity.maximum
        case (.min, _), (.worst, .higherIsBetter): return disparity.minimum
        case (.worst, .neither): return .undefined(.noDirection)
        case (.mean, _):
            guard numbers.count >= 2 else { return .undefined(.fewerThanTwoGroups) }
            return .value(numbers.reduce(0, +) / Double(numbers.count))
        }
    }
}

extension MetricRequest {
    /// The number of some groups' rows: weighted where they carry weights.
    fileprivate func estimate(_ groups: [Sample]) -> Quantity {
        switch self {
        case .quantity(let metric): groups.first?.estimate(metric) ?? .undefined(.noRows)
        case .gap(let gap):
            gap.result(
                of: gap.quantities.map { metric in groups.map { $0.estimate(metric) } },
                sizes: groups.map(\.counts.total)
            ).value
        case .extreme(let extreme, let metric):
            extreme.value(of: groups.map { $0.estimate(metric) }, metric)
        }
    }
}
