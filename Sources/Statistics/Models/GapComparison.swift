/// Compares the gaps of two classifiers between the same groups.
///
/// A gap is biased upward by noise, and so is each of its resamples; the interval of the difference therefore is the
/// percentile interval moved so that the mean replicate falls on the estimate.
struct GapComparison {
    private let gap: GapMetric
    private let groups: [MatchedSamples]
    private let isPaired: Bool
    private let options: IntervalOptions

    /// The comparison of one gap; groups without rows take no part.
    init(_ gap: GapMetric, groups: [MatchedSamples], isPaired: Bool, options: IntervalOptions) {
        self.gap = gap
        self.groups = groups
        self.isPaired = isPaired
        self.options = options
    }

    private var isClustered: Bool { groups.contains(where: \.isClustered) }

    /// The first classifier's gap minus the second's.
    func difference() -> ModelDifference {
        let first = gap.value(in: groups.map(\.first))
        let second = gap.value(in: groups.map(\.second))
        let difference = first.combined(with: second) { $0 - $1 }
        let interval: IntervalOutcome
        var test: TestResult?
        switch difference {
        case .undefined(let reason): interval = .undefined(reason)
        case .value(let value):
            interval = resampled(value)
            test = exchanged(value)
        }
        let kind = isClustered ? "cluster permutation" : "permutation"
        let images = isPaired ? "paired \(kind), same images" : "\(kind), different images"
        return ModelDifference(
            first: first, second: second, difference: difference, interval: interval, test: test,
            testMethod: images, isPaired: isPaired)
    }

    /// The gap between known values of one classifier, `[quantity][group]`; groups keep their sizes.
    private func value(_ numbers: [[Double?]], _ side: KeyPath<MatchedSamples, Sample>) -> Double? {
        let quantities = numbers.map { $0.map { $0.map(Quantity.value) ?? .undefined(.noRows) } }
        let rows = groups.map { $0[keyPath: side] }
        return gap.result(of: quantities, sizes: rows.map(\.counts.total), known: gap.known(in: rows)).value
            .value
    }

    private func resampled(_ difference: Double) -> IntervalOutcome {
        let replicates = gap.quantities.map { metric in
            isClustered
                ? MatchedSamples.clusteredReplicates(metric, of: groups, place: 1, options: options)
                : groups.enumerated().map { $1.replicates(metric, place: $0 + 1, options: options) }
        }
        func replicate(
            _ draw: Int, _ side: KeyPath<(first: [Double], second: [Double]), [Double]>,
            _ rows: KeyPath<MatchedSamples, Sample>
        ) -> Double {
            let numbers = replicates.map { groups in
                groups.map { group -> Double? in
                    let values = group[keyPath: side]
                    return draw < values.count && !values[draw].isNaN ? values[draw] : nil
                }
            }
            return value(numbers, rows) ?? .nan
        }
        let differences = (0..<options.draws).map {
            replicate($0, \.first, \.first) - replicate($0, \.second, \.second)
        }
        let bootstrap = BootstrapInterval(
            estimate: difference, mostlyDefined: differences, seed: options.seed,
            resampling: .init(
                clusters: isClustered ? groups.map(\.unitCount).min() : nil,
                keepsClasses: options.keepsClasses))
        return IntervalOutcome(bootstrap?.centred(level: options.level), else: .replicatesUndefined)
    }

    private func exchanged(_ difference: Double) -> TestResult? {
        if isClustered, !isPaired {
            var sides = ClusteredSides(gap.quantities, groups, options: options)
            let p = sides.p(difference) { first, second in
                gap.value(in: first).combined(with: gap.value(in: second)) { $0 - $1 }.value
            }
            return p.map { TestResult(statistic: difference, p: $0) }
        }
        var exchange = MatchedExchange(gap.quantities, groups, options: options)
        let p = exchange?.p(difference) { first, second in
            guard let one = value(first, \.first), let two = value(second, \.second) else { return nil }
            return one - two
        }
        return p.map { TestResult(statistic: difference, p: $0) }
    }
}
