import Statistics

extension Report {
    /// The sections with groups that share a panel of a figure: one for each classifier, on one cohort.
    func panels(where isShown: (ReportSection) -> Bool) -> [[ReportSection]] {
        var panels: [[ReportSection]] = []
        for section in sections where !section.rows.isEmpty && isShown(section) {
            let index = panels.firstIndex {
                $0[0].grouping == section.grouping && $0[0].cohort == section.cohort
            }
            if let index { panels[index].append(section) } else { panels.append([section]) }
        }
        return panels
    }

    /// The classifiers in the order of the report.
    var classifiers: [String] {
        sections.map(\.classifier).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// `by age`, with the cohort where there are several.
    func name(of section: ReportSection) -> String {
        let hasCohorts = Set(sections.map(\.cohort)).count > 1
        return "by \(section.grouping.name)" + (hasCohorts ? ", \(section.cohort)" : "")
    }

    /// `MelaNet by sex*fst`, without the classifier where there is but one.
    func fullName(of section: ReportSection) -> String {
        (classifiers.count > 1 ? "\(section.classifier) " : "") + name(of: section)
    }
}

extension ReportSection {
    /// The numbers of one column, a group each; none where the column is not there.
    func numbers(of metric: GroupMetric) -> [ReportNumber] {
        guard let index = columns.firstIndex(of: metric) else { return [] }
        return rows.map { $0.numbers[index] }
    }

    /// How far apart 95 of 100 sets of equal groups lie at most in one quantity; nil where nothing is known of it.
    func spread(of metric: GroupMetric) -> Double? {
        chance.first { $0.metric == metric }?.quantile95 ?? gap(of: metric)?.number.nullQuantile95
    }

    /// The tested difference of the groups in one quantity.
    func gap(of metric: GroupMetric) -> ReportComparison? {
        comparisons.first { comparison in
            if case .gap(let gap) = comparison.request {
                gap.isDifference && gap.quantities == [metric]
            } else {
                false
            }
        }
    }
}

extension ReportRow {
    /// The levels as a figure shows them.
    var label: String { levels.joined(separator: " ") }
}
