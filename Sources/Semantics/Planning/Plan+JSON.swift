import Diagnostics

extension Plan {
    /// The plan for programs: one JSON object on one line, keys sorted, without a line break.
    public var json: String {
        JSONText.object([
            ("audits", JSONText.array(judgings.map(Self.json))),
            ("cohorts", JSONText.array(samplings.map(Self.json))),
            ("datasets", JSONText.array(datasets.map(json))),
            ("defaults", JSONText.array(defaults.map(JSONText.string))),
            ("disk_bytes", "\(diskBytes)"),
            ("edition", "\(program.edition)"),
            ("flops_per_second", JSONText.number(flopsPerSecond)),
            ("flops_per_second_measured", "\(isMeasured)"),
            ("gaps", JSONText.array(resolutions.map(Self.json))),
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

    private var datasets: [DatasetDescription] {
        program.statements.compactMap { if case .dataset(let dataset) = $0.action { dataset } else { nil } }
    }

    private func json(_ dataset: DatasetDescription) -> String {
        JSONText.object([
            ("images", dataset.images.map(JSONText.string) ?? "null"),
            ("labels", JSONText.string(dataset.labels)),
            ("name", JSONText.string(dataset.name)),
            ("photographs", photographs[dataset.name].map { "\($0)" } ?? "null"),
            ("predictions", dataset.images == nil ? JSONText.string(dataset.place) : "null"),
            ("weight", dataset.weight.map { JSONText.string($0.name) } ?? "null"),
        ])
    }

    /// What a grouping can show: with 95 % and a power of 80 %, for rates around one half.
    private static func json(_ resolution: Resolution) -> String {
        JSONText.object([
            ("cohort", JSONText.string(resolution.cohort)),
            ("grouping", JSONText.string(resolution.grouping)),
            ("groups", "\(resolution.groups)"),
            ("images_per_group", "\(resolution.size)"),
            ("level", "0.95"),
            ("power", "0.8"),
            ("smallest_gap", JSONText.number(resolution.gap)),
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
