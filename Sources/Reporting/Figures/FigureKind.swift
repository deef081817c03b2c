/// The figures of a report; the raw value is the word of a `plot` statement.
package enum FigureKind: String, Sendable, Hashable, CaseIterable {
    /// Each group's value with its interval, beside what chance alone would spread the groups over: the paper's
    /// Figure 3.
    case bars
    /// Each gap beside its chance level.
    case gaps
    /// A crossing, raw beside shrunken.
    case heatmap
    /// Observed rates beside mean scores, by group.
    case calibration
    /// ROC curves by group.
    case roc
    /// How many cases each group has.
    case sizes

    /// What a report must hold to be drawn this way.
    package var needs: String {
        switch self {
        case .bars: "a quantity of groups, such as `report accuracy by sex`"
        case .gaps: "a gap, such as `report dp by sex`"
        case .heatmap: "a crossing of two attributes, such as `report accuracy by fst*age`"
        case .calibration: "scores, in a report by 2 to 12 groups"
        case .roc: "scores and both classes, in a report by 2 to 12 groups"
        case .sizes: "a report by groups"
        }
    }

    /// The width at which it is read without being shrunk: a column of a paper, or a page for what stands side by side.
    var naturalWidth: Double {
        switch self {
        case .bars, .gaps, .sizes: ReportFigure.column
        case .heatmap, .calibration, .roc: ReportFigure.page
        }
    }
}
