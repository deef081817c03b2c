import Statistics

/// What chance alone would spread the groups of a section over, also where no gap was asked for: rates of groups stand
/// side by side in tables and figures, and the eye makes a gap of them.
struct ChanceBuilder {
    /// The section.
    let section: SectionBuilder

    /// The level of each column that is a proportion; those that a gap of `comparisons` holds already are taken from it.
    func levels(of columns: [GroupMetric], beside comparisons: [ReportComparison]) -> [ReportChance] {
        guard !section.isOverall, !section.isWeighted else { return [] }
        return columns.filter(\.isProportion).compactMap { metric in
            known(metric, in: comparisons) ?? computed(metric)
        }
    }

    private func known(_ metric: GroupMetric, in comparisons: [ReportComparison]) -> ReportChance? {
        let gap = comparisons.first { comparison in
            guard case .gap(let gap) = comparison.request else { return false }
            return gap.isDifference && gap.quantities == [metric]
        }
        guard let expected = gap?.number.expectedUnderNull, let quantile = gap?.number.nullQuantile95 else {
            return nil
        }
        return ReportChance(metric: metric, expected: expected, quantile95: quantile)
    }

    private func computed(_ metric: GroupMetric) -> ReportChance? {
        if section.isClustered {
            let null = MonteCarloGap(
                .difference(of: metric), of: section.groups.map(\.sample),
                draws: section.options.permutationDraws, seed: section.seed)
            return null.map {
                ReportChance(metric: metric, expected: $0.expected, quantile95: $0.quantile95)
            }
        }
        let proportions = section.groups.compactMap { metric.proportion(of: $0.sample.counts) }
        guard let null = RangeNull(proportions) else { return nil }
        return ReportChance(metric: metric, expected: null.expected, quantile95: null.quantile(0.95))
    }
}
