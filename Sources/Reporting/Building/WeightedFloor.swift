import Statistics

/// Whether all groups of weighted rows stay below the accuracy that needs no skill (spec/metrics.md, "Floor
/// warning").
struct WeightedFloor {
    /// The weighted accuracy of always calling the commoner class; 1/2 where there is only one class.
    let level: Double
    /// The best group's weighted accuracy; nil where no group has one.
    let best: Double?

    /// The floor of some groups; `everybody` gives the share of positives.
    init(_ groups: [Sample], everybody: Sample) {
        let hasBoth = everybody.counts.positives > 0 && everybody.counts.negatives > 0
        let base = everybody.weightedBaseRate.value ?? 0.5
        level = hasBoth ? max(base, 1 - base) : 0.5
        best = groups.compactMap { $0.estimate(.accuracy).value }.max()
    }

    /// Whether a small gap would say nothing.
    var isUniformlyPoor: Bool { best.map { $0 < level } ?? false }
}
