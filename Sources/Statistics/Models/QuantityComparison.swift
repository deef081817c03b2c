/// Compares two classifiers in one quantity of one group.
struct QuantityComparison {
    private let metric: GroupMetric
    private let options: IntervalOptions

    /// The comparison in one quantity.
    init(_ metric: GroupMetric, options: IntervalOptions) {
        self.metric = metric
        self.options = options
    }

    /// The difference in one group.
    ///
    /// - Parameter place: the group's place, which its random numbers depend on.
    func difference(_ group: MatchedSamples, place: Int) -> ModelDifference {
        let (first, second) = (group.first.quantity(metric), group.second.quantity(metric))
        let difference = first.combined(with: second) { $0 - $1 }
        let images = group.isPaired ? "same images" : "different images"
        func result(_ interval: IntervalOutcome, _ test: TestResult?, _ method: String) -> ModelDifference {
            ModelDifference(
                first: first, second: second, difference: difference, interval: interval, test: test,
                testMethod: "\(method), \(images)", isPaired: group.isPaired)
        }
        guard case .value(let value) = difference else {
            return result(.undefined(difference.reason ?? .noRows), nil, "no test")
        }
        if !metric.hasInterval || metric == .baseRate && group.isPaired {
            return result(.undefined(.noInterval), nil, "no test")
        }
        guard !group.isClustered, let closed = closed(group) else {
            let name = group.isClustered ? "cluster permutation" : "permutation"
            return result(
                resampled(value, group, place), exchanged(value, group),
                group.isPaired ? "paired \(name)" : name)
        }
        return result(
            options.resamplesAll ? resampled(value, group, place) : closed.interval, closed.test,
            closed.method)
    }

    /// The interval and the test of a quantity that has them in closed form; nil for others.
    private func closed(
        _ group: MatchedSamples
    ) -> (interval: IntervalOutcome, test: TestResult?, method: String)? {
        if let table = group.table(metric) {
            return (
                IntervalOutcome(table.interval(level: options.level), else: .noRows), table.test,
                "McNemar exact"
            )
        }
        if metric == .auroc {
            let areas = group.areas
            return (
                IntervalOutcome(areas?.interval(level: options.level), else: .oneRow), areas?.test,
                group.isPaired ? "paired DeLong" : "DeLong"
            )
        }
        guard !group.isPaired, let one = metric.proportion(of: group.first.counts),
            let two = metric.proportion(of: group.second.counts)
        else { return nil }
        return (
            IntervalOutcome(DifferenceInterval.newcombe(one, two, level: options.level), else: .noRows),
            ProportionTest.fisher(one, two), "Fisher exact"
        )
    }

    private func resampled(_ difference: Double, _ group: MatchedSamples, _ place: Int) -> IntervalOutcome {
        if metric.isBinned {
            return CalibrationInterval.difference(
                metric, group.first, group.second, places: (place, place), options: options)
        }
        let replicates =
            group.isClustered
            ? MatchedSamples.clusteredReplicates(metric, of: [group], place: place, options: options)[0]
            : group.replicates(metric, place: place, options: options)
        let differences = zip(replicates.first, replicates.second).map { $0 - $1 }
        let bootstrap = BootstrapInterval(
            estimate: difference, mostlyDefined: differences, seed: options.seed,
            resampling: .init(
                clusters: group.isClustered ? group.unitCount : nil, keepsClasses: options.keepsClasses))
        return IntervalOutcome(bootstrap?.percentile(level: options.level), else: .replicatesUndefined)
    }

    private func exchanged(_ difference: Double, _ group: MatchedSamples) -> TestResult? {
        if group.isClustered, !group.isPaired {
            var sides = ClusteredSides([metric], [group], options: options)
            let p = sides.p(difference) { first, second in
                first[0].quantity(metric).combined(with: second[0].quantity(metric)) { $0 - $1 }.value
            }
            return p.map { TestResult(statistic: difference, p: $0) }
        }
        var exchange = MatchedExchange([metric], [group], options: options)
        let p = exchange?.p(difference) { first, second in
            guard let one = first[0][0], let two = second[0][0] else { return nil }
            return one - two
        }
        return p.map { TestResult(statistic: difference, p: $0) }
    }
}
