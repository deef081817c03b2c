import Statistics

/// Tests all groups of a section at once (spec/metrics.md, 5.4).
struct AssociationBuilder {
    /// The section.
    let section: SectionBuilder

    /// Pearson's test of equal rates for each column that is a proportion; none where tests are turned off.
    func tests(of columns: [GroupMetric]) -> [ReportAssociation] {
        guard section.options.hasTests, !section.isOverall else { return [] }
        return columns.compactMap { metric in
            let proportions = section.groups.compactMap { metric.proportion(of: $0.sample.counts) }
            guard let found = Homogeneity(proportions) else { return nil }
            return ReportAssociation(
                metric: metric,
                test: ReportTest(
                    name: "equal rates in all groups", method: "Pearson chi-squared",
                    statistic: found.statistic, p: found.p),
                degrees: found.degrees, isRough: found.isRough)
        }
    }
}
