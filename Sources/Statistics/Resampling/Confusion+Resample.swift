extension Confusion {
    /// The counts of as many rows, drawn with replacement; exact in distribution, without touching a row.
    func resampled(keepsClasses: Bool, _ source: inout RandomSource) -> Confusion {
        guard total > 0 else { return self }
        let drawn =
            keepsClasses ? positives : source.binomial(total, Double(positives) / Double(total))
        let hits = source.binomial(drawn, Self.share(truePositives, of: positives))
        let alarms = source.binomial(total - drawn, Self.share(falsePositives, of: negatives))
        return Confusion(tp: hits, fp: alarms, tn: total - drawn - alarms, fn: drawn - hits)
    }

    private static func share(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}
