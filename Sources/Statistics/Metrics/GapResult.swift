/// What a comparison of groups found: its value, and the groups that it rests on.
package struct GapResult: Sendable, Hashable {
    /// The value, or why there is none.
    package let value: Quantity
    /// Indices of the groups at its upper end, all that tie, in declared order.
    package let highest: [Int]
    /// Indices of the groups at its lower end.
    package let lowest: [Int]
    /// Indices of the groups that have all values compared.
    package let used: [Int]
    /// Indices of the groups that lack one.
    package let undefined: [Int]

    /// What was found, with the indices of the groups in declared order.
    package init(value: Quantity, highest: [Int], lowest: [Int], used: [Int], undefined: [Int]) {
        (self.value, self.highest, self.lowest) = (value, highest, lowest)
        (self.used, self.undefined) = (used, undefined)
    }
}

extension GapMetric {
    /// The comparison of some groups' rows.
    package func result(in groups: [Sample]) -> GapResult {
        result(
            of: quantities.map { metric in groups.map { $0.quantity(metric) } },
            sizes: groups.map(\.counts.total), known: known(in: groups))
    }

    /// How many independent trials each group's rate is worth, where its form looks at that and rows come in clusters;
    /// nil for a group without trials or of a single cluster.
    package func known(in groups: [Sample]) -> [Double?]? {
        guard readsClusters, groups.areClustered else { return nil }
        return groups.map { group in
            group.counts.total == 0 ? nil : EffectiveProportion(quantities[0], of: group)?.trials
        }
    }

    /// Whether it looks at how much the rows of a cluster have in common.
    var readsClusters: Bool { form == .shrunken || form == .variance }

    /// The value of `result(in:)`.
    package func value(in groups: [Sample]) -> Quantity { result(in: groups).value }

    /// The comparison of known values.
    ///
    /// - Parameters:
    ///   - values: `[quantity][group]`.
    ///   - sizes: the rows of each group, which smoothing and shrinking look at.
    ///   - known: what the rates are worth, from `known(in:)`; nil where each row is a trial of its own.
    package func result(
        of values: [[Quantity]], sizes: [Int], known: [Double?]? = nil
    ) -> GapResult {
        precondition(values.count == quantities.count, "values of each quantity")
        switch form {
        case .shrunken: return shrunken(values[0], sizes, known)
        case .logRatio: return logRatio(values[0], sizes)
        case .variance: return variance(values, sizes, known)
        default: return spread(values)
        }
    }

    private func spread(_ values: [[Quantity]]) -> GapResult {
        let disparities = values.map(Disparity.init)
        let value = value(of: disparities, values)
        let decisive = disparities.first { part(of: $0) == value } ?? disparities[0]
        let undefined = Set(disparities.flatMap(\.groupsUndefined))
        return GapResult(
            value: value, highest: decisive.argmax, lowest: decisive.argmin,
            used: values[0].indices.filter { !undefined.contains($0) }, undefined: undefined.sorted())
    }

    private func value(of disparities: [Disparity], _ values: [[Quantity]]) -> Quantity {
        if form == .gini {
            guard disparities[0].groupsUsed.count > 1 else { return .undefined(.fewerThanTwoGroups) }
            return Inequality(values[0].compactMap(\.value)).gini
        }
        let parts = disparities.map(part)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return parts[0] }
        return first.combined(with: last) { one, other in
            switch form {
            case .meanDifference: (one + other) / 2
            case .ratio: min(one, other)
            default: max(one, other)
            }
        }
    }

    /// What one quantity contributes.
    private func part(of disparity: Disparity) -> Quantity {
        switch form {
        case .ratio: disparity.ratio
        case .smallest: disparity.minimum
        default: disparity.difference
        }
    }

    private func shrunken(
        _ rates: [Quantity], _ sizes: [Int], _ known: [Double?]?
    ) -> GapResult {
        let proportions = Self.proportions(rates, sizes)
        let effective = known.map { known in
            zip(rates, known).map { EffectiveProportion(rate: $0.value ?? 0, trials: $1 ?? 0) }
        }
        let gap = effective.map { ShrunkenGap($0) } ?? ShrunkenGap(proportions)
        let drawn = gap.estimate?.rates ?? proportions.map { $0.rate ?? 0 }
        let ends = Disparity(
            drawn.indices.map { proportions[$0].trials > 0 ? .value(drawn[$0]) : .undefined(.noRows) })
        return GapResult(
            value: gap.value, highest: ends.argmax, lowest: ends.argmin, used: ends.groupsUsed,
            undefined: ends.groupsUndefined)
    }

    private func logRatio(_ rates: [Quantity], _ sizes: [Int]) -> GapResult {
        let proportions = Self.proportions(rates, sizes)
        let used = proportions.indices.filter { proportions[$0].trials > 0 }
        let fairness = DifferentialFairness(proportions)
        return GapResult(
            value: fairness.map { .value($0.epsilon) } ?? .undefined(.fewerThanTwoGroups),
            highest: fairness.map { [$0.pair[0]] } ?? [], lowest: fairness.map { [$0.pair[1]] } ?? [],
            used: used, undefined: proportions.indices.filter { proportions[$0].trials == 0 })
    }

    private func variance(
        _ rates: [[Quantity]], _ sizes: [Int], _ known: [Double?]?
    ) -> GapResult {
        let ends = spread(rates)
        let value: Quantity =
            if let known, ends.used.count > 1 {
                Self.variance(ends.used.map { (rates[0][$0].value ?? 0, known[$0]) })
            } else if let variance = BetweenGroupVariance(Self.proportions(rates[0], sizes)) {
                .value(variance.doubleCorrected)
            } else {
                .undefined(ends.used.count < 2 ? .fewerThanTwoGroups : .oneRow)
            }
        return GapResult(
            value: value, highest: ends.highest, lowest: ends.lowest, used: ends.used,
            undefined: ends.undefined)
    }

    /// The variance between clustered groups, whose noise is p (1 - p) over their independent trials.
    private static func variance(_ groups: [(rate: Double, known: Double?)]) -> Quantity {
        let noise = groups.compactMap { group in
            group.known.map { group.rate * (1 - group.rate) / $0 }
        }
        guard noise.count == groups.count else { return .undefined(.oneCluster) }
        return .value(BetweenGroupVariance(groups.map(\.rate), noise: noise).doubleCorrected)
    }

    /// The counts behind rates of all rows of groups; no trials where a rate is undefined.
    private static func proportions(_ rates: [Quantity], _ sizes: [Int]) -> [Proportion] {
        zip(rates, sizes).map { rate, size in
            guard let rate = rate.value else { return Proportion(0, of: 0) }
            return Proportion(Int((rate * Double(size)).rounded()), of: size)
        }
    }
}
