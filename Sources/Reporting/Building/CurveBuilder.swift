import Statistics

/// Makes the curves of a section's groups.
struct CurveBuilder {
    /// The most groups that have curves; more could neither be compared by eye nor kept in a small file.
    static let maximumGroups = 12

    private static let calibration: [GroupMetric] = [
        .brier, .logLoss, .ece10, .ece15, .mce10, .mce15, .meanScore,
    ]

    /// The section.
    let section: SectionBuilder

    /// The curves that the columns ask for; none of weighted rows, for a curve counts rows that are all alike.
    func curves(for columns: [GroupMetric]) -> ReportCurves {
        guard !section.isWeighted, section.groups.count <= Self.maximumGroups else { return ReportCurves() }
        let ranks = columns.contains { $0.needs.isSuperset(of: [.scores, .positives, .negatives]) }
        let calibrates = columns.contains(where: Self.calibration.contains)
        var groups: [(key: String?, rows: Sample)] = []
        if !section.isOverall { groups = section.groups.map { (key: $0.key, rows: $0.sample) } }
        groups.append((key: nil, rows: section.records.everybody))
        return ReportCurves(
            roc: ranks ? groups.map { roc($0.key, $0.rows) } : [],
            calibration: calibrates ? groups.map { calibration($0.key, $0.rows) } : [])
    }

    private func roc(_ group: String?, _ rows: Sample) -> ReportCurves.ROC {
        ReportCurves.ROC(group: group, area: rows.quantity(.auroc), points: Self.thinned(rows.rocCurve))
    }

    private func calibration(_ group: String?, _ rows: Sample) -> ReportCurves.Calibration {
        let options = section.options
        var start = 0
        let bins = rows.calibrationBins(10).map { bin in
            defer { start += bin.count }
            let interval = GroupInterval.of(
                .baseRate, in: rows.part(start..<start + bin.count), options: options.closedIntervals)
            return ReportCurves.Bin(
                rows: bin, interval: options.hasIntervals ? interval.interval : nil)
        }
        return ReportCurves.Calibration(group: group, error: rows.quantity(.ece10), bins: bins)
    }

    /// The corners that can be told apart on paper: 1/400 of the side from the one before, and the last.
    private static func thinned(_ points: [OperatingPoint]) -> [OperatingPoint] {
        points.enumerated().reduce(into: []) { kept, next in
            let moved =
                kept.last.map {
                    max(
                        next.element.falsePositiveRate - $0.falsePositiveRate,
                        next.element.truePositiveRate - $0.truePositiveRate)
                } ?? 1
            if moved >= 0.0025 || next.offset == points.count - 1 { kept.append(next.element) }
        }
    }
}
