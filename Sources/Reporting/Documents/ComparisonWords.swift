import Statistics

/// What must be said beside a gap.
struct ComparisonWords {
    /// The gap.
    let number: ReportNumber

    /// `simultaneous 95 % bounds 0.006 to 0.412 (newcombe bonferroni)`, where the gap has them.
    var bounds: String? {
        number.interval.map { interval in
            "\(Intervals.percent(interval.level)) bounds \(Decimals.text(interval.low)) to "
                + "\(Decimals.text(interval.high)) (\(interval.method.replacing("_", with: "-")))"
        }
    }

    /// Why nothing stands beside a gap of weighted rows.
    var missing: String? {
        number.testReason == .weighted
            ? "the rows are weighted: no interval, no test, nothing that tells it from chance" : nil
    }

    /// The expectation under no difference and the p-value, where the gap has them.
    var chance: String? {
        guard let expected = number.expectedUnderNull, let test = number.test else { return nil }
        var text = "expected by chance \(Decimals.text(expected))"
        if let quantile = number.nullQuantile95 {
            text += " (95 % of equal groups: up to \(Decimals.text(quantile)))"
        }
        if let sampling = test.sampling {
            let kind = number.clusters == nil ? "permutation" : "cluster permutation"
            text += ", \(kind) p \(Decimals.pValue(test.p)) (\(Decimals.thousands(sampling.draws)) draws)"
        } else {
            text += ", exact permutation p \(Decimals.pValue(test.p))"
        }
        if let adjusted = test.adjustedP {
            text += ", corrected for \(test.familySize) tests \(Decimals.pValue(adjusted))"
        }
        return text
    }
}
