import Statistics

/// Makes the gaps and extremes of one section, each with its expectation and test.
struct ComparisonBuilder {
    private let section: SectionBuilder
    private var groups: [Group] { section.groups }

    /// The comparisons of a section's groups.
    init(section: SectionBuilder) {
        self.section = section
    }

    /// The comparisons that the statement asked for, then those that must stand beside `dp`.
    func comparisons() -> [ReportComparison] {
        let requested = section.metrics.compactMap { request -> ReportComparison? in
            switch request {
            case .quantity: nil
            case .gap(let gap): comparison(gap, isRequested: true)
            case .extreme(let extreme, let metric): comparison(extreme, of: metric)
            }
        }
        return requested + companions
    }

    /// With both classes present `dp` is not demographic parity, so both stand beside it (spec/metrics.md, 2).
    private var companions: [ReportComparison] {
        let counts = section.records.everybody.counts
        guard section.metrics.contains(.gap(.dp)), counts.positives > 0, counts.negatives > 0 else {
            return []
        }
        return [GapMetric.demographicParity, .equalOpportunity].compactMap { gap in
            section.metrics.contains(.gap(gap)) ? nil : comparison(gap, isRequested: false)
        }
    }

    private func comparison(_ gap: GapMetric, isRequested: Bool) -> ReportComparison {
        let isWorst = gap.form == .smallest
        let values = gap.quantities.map { quantities(of: $0, isWorst: isWorst) }
        let result = gap.result(
            of: values, sizes: groups.map(\.sample.counts.total), known: gap.known(in: groups.map(\.sample)))
        var number = section.number(
            gap.name, result.value, counts: counts(result.used), direction: gap.direction,
            of: result.used.map { groups[$0].sample })
        if section.options.hasIntervals {
            let rows = samples(gap.quantities[0], isWorst: isWorst)
            number.take(GapBounds.of(gap, in: rows, options: section.intervals))
        }
        if number.value.value != nil, section.options.hasTests, !section.isWeighted {
            if gap.isDifference, gap.quantities[0].isProportion, section.strata == nil, !section.isClustered {
                addExactTest(of: gap.quantities[0], to: &number)
            } else if gap.growsWithDistance {
                addDrawnTest(of: gap, to: &number)
            }
        }
        return comparison(
            .gap(gap), gap.title, number, result, isRequested: isRequested,
            leftOut: isWorst ? small(gap.quantities[0]) : [])
    }

    private func comparison(_ extreme: MetricRequest.Extreme, of metric: GroupMetric) -> ReportComparison {
        let isWorst = extreme == .worst
        let quantities = quantities(of: metric, isWorst: isWorst)
        let disparity = Disparity(quantities)
        let request = MetricRequest.extreme(extreme, metric)
        let value = extreme.value(of: quantities, metric)
        var number = section.number(
            request.name, value, counts: counts(disparity.groupsUsed), direction: metric.direction,
            of: disparity.groupsUsed.map { groups[$0].sample })
        if section.options.hasIntervals {
            let rows = samples(metric, isWorst: isWorst)
            number.take(GapBounds.of(extreme, metric, in: rows, options: section.intervals))
        }
        let result = GapResult(
            value: value, highest: disparity.argmax, lowest: disparity.argmin, used: disparity.groupsUsed,
            undefined: disparity.groupsUndefined)
        return comparison(
            request, request.name, number, result, isRequested: true, leftOut: isWorst ? small(metric) : [])
    }

    private func comparison(
        _ request: MetricRequest, _ title: String, _ number: ReportNumber, _ result: GapResult,
        isRequested: Bool, leftOut: [Int]
    ) -> ReportComparison {
        ReportComparison(
            request: request, title: title, isRequested: isRequested, number: number,
            highest: result.highest.map { groups[$0].key }, lowest: result.lowest.map { groups[$0].key },
            groupsUsed: result.used.count,
            groupsUndefined: result.undefined.filter { !leftOut.contains($0) }.map { groups[$0].key },
            groupsLeftOut: leftOut.map { groups[$0].key })
    }

    /// A quantity of each group; none of a group that is too small for a claim about the worst.
    private func quantities(of metric: GroupMetric, isWorst: Bool) -> [Quantity] {
        let small = isWorst ? small(metric) : []
        return groups.indices.map {
            small.contains($0) ? .undefined(.noRows) : groups[$0].sample.estimate(metric)
        }
    }

    /// The groups that have rows, but too few in the denominator of a quantity for a claim about the worst.
    private func small(_ metric: GroupMetric) -> [Int] {
        groups.indices.filter { group in
            let rows = metric.denominator(of: groups[group].sample.counts)
            return rows > 0 && rows < section.options.minimumCount
        }
    }

    /// The rows of the groups that a comparison rests on.
    private func samples(_ metric: GroupMetric, isWorst: Bool) -> [Sample] {
        let small = isWorst ? small(metric) : []
        return groups.indices.filter { !small.contains($0) }.map { groups[$0].sample }
    }

    /// The counts of all groups that the comparison rests on.
    private func counts(_ used: [Int]) -> Confusion {
        used.reduce(Confusion()) { $0 + groups[$1].sample.counts }
    }

    /// Adds what chance alone would give, and the exact p-value, to a max - min of proportions.
    private func addExactTest(of metric: GroupMetric, to number: inout ReportNumber) {
        let proportions = groups.compactMap { metric.proportion(of: $0.sample.counts) }
        guard let null = RangeNull(proportions) else { return }
        number.expectedUnderNull = null.expected
        number.nullQuantile95 = null.quantile(0.95)
        number.test = ReportTest(
            name: Self.equality, method: "exact permutation of max-min", statistic: null.observed,
            p: null.permutationP)
    }

    /// Adds the same from random exchanges of the groups' labels, for a gap of anything else.
    private func addDrawnTest(of gap: GapMetric, to number: inout ReportNumber) {
        let strata = section.strata?.samples ?? [groups.map(\.sample)]
        guard
            let test = MonteCarloGap(
                gap, ofStrata: strata, draws: section.options.permutationDraws, seed: section.seed)
        else { return }
        number.expectedUnderNull = test.expected
        number.nullQuantile95 = test.quantile95
        number.test = ReportTest(
            name: Self.equality,
            method: Self.drawn(areClustered: section.isClustered) + (section.strata.map(\.words) ?? ""),
            statistic: test.observed, p: test.p,
            sampling: .init(
                generator: RandomSource.name, seed: test.seed, draws: test.draws,
                standardError: test.standardError))
    }

    /// The name of a test whose labels are exchanged at random.
    static func drawn(areClustered: Bool) -> String {
        areClustered ? "drawn permutations of clusters" : "drawn permutations"
    }

    private static let equality = "no difference between groups"
}
