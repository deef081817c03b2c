import Statistics

/// Writes the remarks without which particular metrics of a section are misread.
struct MetricNotes {
    /// The section.
    let section: SectionBuilder
    /// The quantities in its columns.
    let columns: [GroupMetric]
    /// Its rows, one a group.
    let rows: [ReportRow]
    /// Everybody.
    let overall: ReportRow
    /// Its comparisons.
    let comparisons: [ReportComparison]

    /// The remarks that apply.
    var notes: [ReportNote] {
        [noValue, fewOfAClass, binned, apparent, restatesAccuracy, belowZero, strata].compactMap { $0 }
    }

    /// Why a whole column is empty.
    private var noValue: ReportNote? {
        let empty = columns.indices.compactMap { column -> String? in
            let values = (rows + [overall]).map { $0.numbers[column].value }
            guard overall.counts.total > 0, values.allSatisfy({ $0.value == nil }),
                let reason = overall.numbers[column].value.reason
            else { return nil }
            return "\(columns[column].words): \(reason.message)"
        }
        guard !empty.isEmpty else { return nil }
        return ReportNote(code: .noValue, text: "no value of " + empty.joined(separator: "; "))
    }

    /// DeLong's variance is too small where a class is rare: docs/validity.md, "Areas under the ROC curve".
    private var fewOfAClass: ReportNote? {
        guard let column = columns.firstIndex(of: .auroc) else { return nil }
        let isLogit = section.options.area == .logit
        let least = AreaComparison.fewestOfAClass(section.options.area)
        let samples = (section.isOverall ? [] : section.groups.map(\.sample)) + [section.records.everybody]
        let scarce = zip(rows + [overall], samples).filter { row, sample in
            let method = row.numbers[column].interval?.method ?? ""
            let held = sample.clustersOfClasses ?? (row.counts.positives, row.counts.negatives)
            return (method.hasPrefix("delong") || method.hasPrefix("obuchowski"))
                && min(held.positives, held.negatives) < least
        }.map(\.0)
        guard !scarce.isEmpty else { return nil }
        let names = GroupNames(keys: scarce.map(\.key)).listed(atMost: 12)
        let held =
            isLogit
            ? "also on the logit scale: 95 % intervals held 74 % of the time with 2, 89 % with 5, 92 % with 10"
            : "95 % intervals held 67 % of the time with 2, 85 to 89 % with 4 to 10, 92 to 93 % with 20; "
                + "`ci logit` falls less short"
        return ReportNote(
            code: .fewOfAClass,
            text:
                "AUROC: fewer than \(least) \(section.isClustered ? "clusters with " : "")positives or negatives in "
                + "\(names), of whom \(section.isClustered ? "Obuchowski's" : "DeLong's") intervals are "
                + "too short (in simulations, \(held))")
    }

    /// A calibration error of few rows is too large by chance, and depends on how many bins are filled.
    private var binned: ReportNote? {
        guard let metric = columns.first(where: \.isBinned) else { return nil }
        let samples = section.isOverall ? [section.records.everybody] : section.groups.map(\.sample)
        let filled = samples.filter { $0.counts.total > 0 }.compactMap { $0.filledBins(metric) }
        guard let fewest = filled.min(), let most = filled.max() else { return nil }
        let bins = fewest == most ? "\(most)" : "\(fewest) to \(most)"
        return ReportNote(
            code: .binned,
            text:
                "\(metric.words): \(bins) bins hold a row; with few rows a calibration error is too large by "
                + "chance, so groups of different size cannot be ranked by it")
    }

    private var apparent: ReportNote? {
        let names = columns.filter(\.isApparent).map(\.words)
        guard !names.isEmpty else { return nil }
        return ReportNote(
            code: .apparent,
            text: "\(names.joined(separator: ", ")): apparent, each group's threshold was chosen on the rows "
                + "that it is judged on")
    }

    private var restatesAccuracy: ReportNote? {
        let counts = section.records.everybody.counts
        guard columns.contains(where: \.isInequality), counts.positives > 0, counts.negatives == 0 else {
            return nil
        }
        return ReportNote(
            code: .restatesAccuracy,
            text: "every case is positive, so inequality of benefits restates accuracy (generalized entropy "
                + "(1 / accuracy - 1) / 2, Theil -ln accuracy, Gini 1 - accuracy) and says nothing about groups"
        )
    }

    private var belowZero: ReportNote? {
        let variance = comparisons.first { $0.request == .gap(.accuracyVariance) }
        guard let value = variance?.number.value.value, value < 0 else { return nil }
        return ReportNote(
            code: .belowZero,
            text: "the variance between groups is below 0: they vary less than sampling alone gives, so read "
                + "it as 0")
    }

    private var strata: ReportNote? {
        guard let strata = section.strata, section.options.hasTests else { return nil }
        let missing =
            strata.missing == 0 ? "" : "; \(Decimals.thousands(strata.missing)) rows without it take no part"
        return ReportNote(
            code: .strata,
            text: "tests of gaps are adjusted for \(strata.name): labels were exchanged within its levels "
                + "alone\(missing); tests of pairs and of all groups at once are not adjusted")
    }
}
