import Statistics

/// The curves of a section's groups, where its quantities ask for them: what figures draw and files hold.
package struct ReportCurves: Sendable, Hashable {
    /// ROC curves: one for each group, then everybody's; none unless a quantity ranks the classes.
    package var roc: [ROC] = []
    /// Observed rates beside mean scores: one entry for each group, then everybody's; none unless a quantity of
    /// calibration is reported.
    package var calibration: [Calibration] = []

    /// The ROC curve of one group.
    package struct ROC: Sendable, Hashable {
        /// The group's key; nil for everybody.
        package let group: String?
        /// The area under it, or why there is none.
        package let area: Quantity
        /// Its corners from (0, 0) to (1, 1), those that lie 1/400 of a side apart; empty without an area.
        package let points: [OperatingPoint]
    }

    /// The calibration of one group.
    package struct Calibration: Sendable, Hashable {
        /// The group's key; nil for everybody.
        package let group: String?
        /// The expected calibration error over ten bins, or why there is none.
        package let error: Quantity
        /// The filled tenths of the score range, by rising score.
        package let bins: [Bin]
    }

    /// One filled bin of scores.
    package struct Bin: Sendable, Hashable {
        /// Its rows.
        package let rows: CalibrationBin
        /// The interval of the observed rate; nil where none was asked for.
        package let interval: Interval?
    }
}
