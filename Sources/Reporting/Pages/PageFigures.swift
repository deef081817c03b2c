import Statistics

/// The figures of a page: those that show what was asked.
struct PageFigures {
    /// The report.
    let report: Report

    /// A figure with its caption.
    private struct Choice {
        var figure: ReportFigure
        let caption: String
    }

    /// The figures as the template takes them.
    var values: [PageValue] {
        get throws(ReportingError) {
            var values: [PageValue] = []
            for var choice in choices where choice.figure.isDrawable {
                choice.figure.isBare = true
                values.append(
                    .object([
                        "svg": .markup(try choice.figure.element()), "caption": .text(choice.caption),
                        "isWide": .flag(choice.figure.width > ReportFigure.column),
                    ]))
            }
            return values
        }
    }

    private var choices: [Choice] {
        let columns = report.sections.flatMap(\.columns).reduce(into: [GroupMetric]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        var choices = columns.prefix(3).map { metric in
            choice(
                .bars, metric, "\(metric.words) of each group with its interval, and what chance alone gives")
        }
        choices.append(choice(.gaps, nil, "gaps beside what chance alone gives"))
        for metric in columns.prefix(2) {
            choices.append(choice(.heatmap, metric, "\(metric.words) of each cell"))
        }
        if columns.contains(where: { $0.needs.isSuperset(of: [.scores, .positives, .negatives]) }) {
            choices.append(choice(.roc, nil, "ROC curves by group"))
        }
        let calibration: [GroupMetric] = [.brier, .logLoss, .ece10, .ece15, .mce10, .mce15, .meanScore]
        if columns.contains(where: calibration.contains) {
            choices.append(choice(.calibration, nil, "calibration by group"))
        }
        choices.append(choice(.sizes, nil, "cases of each group"))
        return choices
    }

    private func choice(
        _ kind: FigureKind, _ metric: GroupMetric?, _ caption: String
    ) -> Choice {
        Choice(figure: ReportFigure(kind, of: report, metric: metric, title: caption), caption: caption)
    }
}
