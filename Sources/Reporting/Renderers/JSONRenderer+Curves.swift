import Statistics

extension JSONRenderer {
    /// The curves of a section, as the figures draw them.
    func object(_ curves: ReportCurves) -> JSONValue {
        .object([
            "roc": .array(curves.roc.map(object)), "calibration": .array(curves.calibration.map(object)),
        ])
    }

    private func object(_ curve: ReportCurves.ROC) -> JSONValue {
        .object([
            "group": .optional(curve.group), "auroc": .optional(curve.area.value),
            "reason": .optional(curve.area.reason?.rawValue),
            "false_positive_rate": .array(curve.points.map { .number($0.falsePositiveRate) }),
            "true_positive_rate": .array(curve.points.map { .number($0.truePositiveRate) }),
        ])
    }

    private func object(_ calibration: ReportCurves.Calibration) -> JSONValue {
        .object([
            "group": .optional(calibration.group), "ece_10": .optional(calibration.error.value),
            "reason": .optional(calibration.error.reason?.rawValue),
            "bins": .array(calibration.bins.map(object)),
        ])
    }

    private func object(_ bin: ReportCurves.Bin) -> JSONValue {
        .object([
            "n": .integer(bin.rows.count), "n_pos": .integer(bin.rows.positives),
            "mean_score": .number(bin.rows.meanScore), "observed": .number(bin.rows.observed),
            "interval": object(bin.interval),
        ])
    }
}
