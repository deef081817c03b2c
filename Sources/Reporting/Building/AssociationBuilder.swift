import Statistics

/// Tests all groups of a section at once (spec/metrics.md, 5.4).
struct AssociationBuilder {
    /// The section.
    let section: SectionBuilder

    /// For each column that is a proportion Pearson's test of equal rates, and the trend where the levels count
    /// upward; none where tests are turned off, or rows are weighted.
    func tests(of columns: [GroupMetric]) -> [ReportAssociation] {
        guard section.options.hasTests, !section.isOverall, !section.isWeighted else { return [] }
        return columns.flatMap { metric -> [ReportAssociation] in
            let proportions = section.groups.compactMap { metric.proportion(of: $0.sample.counts) }
            guard proportions.count == section.groups.count, let found = Homogeneity(proportions) else {
                return []
            }
            let equal = ReportAssociation(
                metric: metric,
                test: ReportTest(
                    name: "equal rates in all groups", method: "Pearson chi-squared",
                    statistic: found.statistic, p: found.p),
                degrees: found.degrees, isRough: found.isRough)
            return [equal] + (trend(metric, proportions).map { [$0] } ?? [])
        }
    }

    private func trend(_ metric: GroupMetric, _ proportions: [Proportion]) -> ReportAssociation? {
        guard section.records.grouping.attributes.count == 1,
            OrderedLevels(section.groups.compactMap(\.levels.first)).areRising,
            let found = Homogeneity.trend(proportions)
        else { return nil }
        return ReportAssociation(
            metric: metric,
            test: ReportTest(
                name: "trend over \(section.records.grouping.name)", method: "Cochran-Armitage z",
                statistic: found.statistic, p: found.p), degrees: nil, isRough: false)
    }
}
