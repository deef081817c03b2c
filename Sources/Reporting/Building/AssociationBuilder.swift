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
            if section.isClustered { return clustered(metric, found) }
            let equal = ReportAssociation(
                metric: metric,
                test: ReportTest(
                    name: "equal rates in all groups", method: "Pearson chi-squared",
                    statistic: found.statistic, p: found.p),
                degrees: found.degrees, isRough: found.isRough)
            return [equal] + (trend(metric, proportions).map { [$0] } ?? [])
        }
    }

    /// The same statistics of rows that come in clusters, which have no known distribution.
    private func clustered(_ metric: GroupMetric, _ found: Homogeneity) -> [ReportAssociation] {
        let equal = test(metric, "equal rates in all groups", "Pearson chi-squared") {
            Homogeneity($0)?.statistic
        }
        let trend =
            isOrdered
            ? test(metric, "trend over \(section.records.grouping.name)", "Cochran-Armitage z") {
                Homogeneity.trend($0)?.statistic
            } : nil
        return [
            equal.map {
                ReportAssociation(metric: metric, test: $0, degrees: found.degrees, isRough: false)
            },
            trend.map { ReportAssociation(metric: metric, test: $0, degrees: nil, isRough: false) },
        ].compactMap(\.self)
    }

    private func test(
        _ metric: GroupMetric, _ name: String, _ method: String,
        statistic: ([Proportion]) -> Double?
    ) -> ReportTest? {
        let groups = section.groups.map(\.sample)
        guard let observed = statistic(groups.compactMap { metric.proportion(of: $0.counts) }),
            let found = ClusteredAssociation(
                metric, of: groups, draws: section.options.permutationDraws, seed: section.seed,
                statistic: statistic)
        else { return nil }
        return ReportTest(
            name: name, method: "\(method), drawn permutations of clusters", statistic: observed, p: found.p,
            sampling: .init(
                generator: RandomSource.name, seed: section.seed, draws: found.draws,
                standardError: found.standardError))
    }

    private var isOrdered: Bool {
        section.records.grouping.attributes.count == 1
            && OrderedLevels(section.groups.compactMap(\.levels.first)).areRising
    }

    private func trend(_ metric: GroupMetric, _ proportions: [Proportion]) -> ReportAssociation? {
        guard isOrdered, let found = Homogeneity.trend(proportions)
        else { return nil }
        return ReportAssociation(
            metric: metric,
            test: ReportTest(
                name: "trend over \(section.records.grouping.name)", method: "Cochran-Armitage z",
                statistic: found.statistic, p: found.p), degrees: nil, isRough: false)
    }
}
