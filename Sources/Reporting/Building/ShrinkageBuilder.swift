import Statistics

/// Draws the rates of a crossing's cells toward their mean (spec/metrics.md, section 6).
struct ShrinkageBuilder {
    /// The section.
    let section: SectionBuilder

    /// The shrunken rates of each column that is a proportion, in a grouping of two attributes or more.
    func shrinkage(of columns: [GroupMetric]) -> [ReportShrinkage] {
        guard section.records.grouping.attributes.count > 1, !section.isWeighted else { return [] }
        return columns.compactMap(shrinkage)
    }

    private func shrinkage(of metric: GroupMetric) -> ReportShrinkage? {
        guard metric.isProportion else { return nil }
        let proportions = section.groups.compactMap { EffectiveProportion(metric, of: $0.sample) }
        guard proportions.count == section.groups.count else { return nil }
        let gap = ShrunkenGap(proportions, section.options.prior, levels: levels)
        guard let bayes = gap.estimate else { return nil }
        let intervals = section.options.hasIntervals ? bayes.intervals(level: section.options.level) : nil
        let numbers = zip(section.groups, bayes.rates).enumerated().map { index, pair in
            var number = section.number(
                "\(metric.rawValue)_shrunken", .value(min(1, max(0, pair.1))), counts: pair.0.sample.counts,
                direction: metric.direction)
            number.group = pair.0.key
            number.interval = intervals?[index]
            return number
        }
        return ReportShrinkage(
            metric: metric, numbers: numbers, gap: gap.value, prior: bayes.prior, precision: bayes.precision,
            method: section.options.prior, withoutData: gap.withoutData.map { section.groups[$0].key })
    }

    /// For each group the place of its level in each attribute.
    private var levels: [[Int]] {
        var places = section.records.grouping.attributes.map { _ in [String: Int]() }
        return section.groups.map { group in
            group.levels.enumerated().map { attribute, level in
                let place = places[attribute][level] ?? places[attribute].count
                places[attribute][level] = place
                return place
            }
        }
    }
}
