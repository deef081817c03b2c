import Diagnostics

extension Plan {
    /// The plan for programs: one JSON object on one line, keys sorted, without a line break.
    public var json: String {
        JSONText.object([
            ("audits", JSONText.array(judgings.map(Self.json))),
            ("cohorts", JSONText.array(samplings.map(Self.json))),
            ("defaults", JSONText.array(defaults.map(JSONText.string))),
            ("disk_bytes", "\(diskBytes)"),
            ("edition", "\(program.edition)"),
            ("flops_per_second", JSONText.number(flopsPerSecond)),
            ("flops_per_second_measured", "\(isMeasured)"),
            ("images", "\(images)"),
            ("name", JSONText.string(name)),
            ("peak_bytes", "\(peakBytes)"),
            ("seconds", JSONText.number(seconds)),
            ("seed", "\(program.settings.seed)"),
        ])
    }

    private static func json(_ sampling: Sampling) -> String {
        JSONText.object([
            ("cached", "\(sampling.cached)"),
            ("cells", "\(sampling.cohort.cells.count)"),
            ("flops", JSONText.number(sampling.flops)),
            ("forward_passes", "\(sampling.passes)"),
            ("generator", JSONText.string(sampling.cohort.generator.name)),
            ("images", "\(sampling.images)"),
            ("name", JSONText.string(sampling.cohort.name)),
            ("seconds", JSONText.number(sampling.seconds)),
        ])
    }

    private static func json(_ judging: Judging) -> String {
        JSONText.object([
            ("classifiers", JSONText.array(judging.audit.classifiers.map { JSONText.string($0.name) })),
            ("inferences", "\(judging.inferences)"),
            ("name", JSONText.string(judging.audit.name)),
            ("seconds", JSONText.number(judging.seconds)),
        ])
    }
}
