import Diagnostics
import Syntax

extension Checker {
    /// What a report may show that is easily misread.
    mutating func lint(_ report: ReportDescription, _ judged: [Judged]) {
        if weighted(judged) == nil { lintInterval(report) }
        guard isPedantic else { return }
        lintThreshold(report)
        var seen: Set<String> = []
        for case .cohort(let cohort) in judged.map(\.subject) where seen.insert(cohort.name).inserted {
            for grouping in report.groupings {
                lintSize(grouping, cohort, report)
                lintSmallGroups(grouping, cohort, report)
            }
        }
        lintTests(report)
    }

    /// Groups below `min_n` take no part in claims about the worst group.
    private mutating func lintSmallGroups(
        _ grouping: Grouping, _ cohort: CohortDescription, _ report: ReportDescription
    ) {
        let least = report.options.integer("min_n") ?? 0
        let size = groupSize(grouping, cohort).size
        guard !grouping.factors.isEmpty, size < least else { return }
        self.report(
            Diagnostic(
                "W1203", "groups of \(Words.count(size, "image")) are below `min_n \(least)`",
                at: report.options["min_n"]?.span ?? report.span, label: "by `\(grouping.text)`",
                notes: ["groups below it are shown and take no part in claims about the worst group"],
                helps: ["raise `n`, or group by fewer attributes"]))
    }

    /// The number of a cohort's groups and the images of each.
    private func groupSize(_ grouping: Grouping, _ cohort: CohortDescription) -> (groups: Int, size: Int) {
        let groups = grouping.factors.reduce(1) { $0 * (cohort.axis($1.attribute)?.levels.count ?? 1) }
        return (groups, cohort.imageCount / max(groups, 1))
    }

    /// Images are judged one by one, so that an image's numbers depend on no other image.
    mutating func lintBatch(_ span: SourceSpan) {
        guard isPedantic else { return }
        report(
            Diagnostic(
                "W1005", "`batch` changes nothing: images are judged one by one", at: span,
                label: "the most at once; one is always fewer",
                notes: ["no number depends on it, and memory and time hardly would"],
                helps: ["leave it out"]))
    }

    // MARK: Data sets

    /// Images of one patient resemble one another, so that they say less than as many images of others.
    mutating func lint(_ dataset: DatasetDescription) {
        guard isPedantic, let column = dataset.likelyCluster?.name else { return }
        report(
            Diagnostic(
                "W1214", "nothing says whether images of `\(dataset.name)` share a `\(column)`",
                at: dataset.span, label: "each counts as independent",
                notes: ["where they do, intervals are too short and tests call too many gaps real"],
                helps: ["add `cluster \(column)`"]))
    }

    // MARK: Gates

    /// A gate that compares a bare estimate with a threshold takes chance for truth.
    mutating func lintGate(_ gate: GateDescription) {
        guard isPedantic else { return }
        for query in gate.condition.queries
        where query.bound == .estimate && weighted(query.outcome) == nil {
            let text = source.text(of: query.span)
            report(
                Diagnostic(
                    "W1208", "this gate takes an estimate for the truth", at: query.span,
                    label: "another sample would give another number",
                    helps: [
                        "write `upper(\(text))` or `lower(\(text))`, whichever must stay within the limit"
                    ]))
        }
    }

    /// A gate behind an export is not in the file.
    mutating func lintLateGates() {
        guard isPedantic else { return }
        let exports = statements.indices.filter { index in
            if case .export(let export) = statements[index].action {
                ["junit", "sarif", "html"].contains(export.format)
            } else {
                false
            }
        }
        guard let last = exports.last else { return }
        for statement in statements[last...] {
            guard case .gate(let gate) = statement.action else { continue }
            report(
                Diagnostic(
                    "W1209", "this gate is judged after the report was written", at: gate.span,
                    label: "missing from the file", helps: ["move the `export` to the end of the script"]))
        }
    }

    // MARK: Audits

    /// Models that learned from the same images agree more than they would on others.
    mutating func lint(_ audit: AuditDescription) {
        guard isPedantic else { return }
        for cohort in audit.subjects.compactMap(\.cohort) {
            let generator = catalogue.generator(cohort.generator.kind.rawValue)
            guard let images = generator?.learnedFrom else { continue }
            let same = audit.classifiers.filter { classifier in
                classifier.embedded.flatMap { catalogue.classifier($0)?.learnedFrom } == images
            }
            guard !same.isEmpty else { continue }
            report(
                Diagnostic(
                    "W1210",
                    "generator \(Words.list([cohort.generator.name] + same.map(\.name))) learned from \(images)",
                    at: audit.span, label: "an audit of models on what they know",
                    notes: [
                        "on images of another origin the gaps may be larger (Watanabe and Frolov et al. 2025, R2)"
                    ]
                ))
        }
    }

    /// An image that is shrunk or enlarged before it is judged is not the image that was made.
    mutating func lintSizes(_ audit: AuditDescription) {
        guard isPedantic else { return }
        for generator in audit.subjects.compactMap(\.cohort?.generator) {
            let definition = catalogue.generator(generator.kind.rawValue)
            guard let made = generator.options.integer("size") ?? definition?.imageSide else { continue }
            var others: [(name: String, side: Int)] = []
            for classifier in audit.classifiers {
                guard let side = inputSide(of: classifier), !suits(made, classifier, side) else { continue }
                others.append((classifier.name, side))
            }
            // A script that audits the same models again is not told again.
            let models = others.map { "\($0.name) \($0.side)" }.joined(separator: ", ") + " \(made)"
            guard let first = others.first, lintedSizes.insert(models).inserted else { continue }
            let looks = others.map { "`\($0.name)` looks at \($0.side)" }
            report(
                Diagnostic(
                    "W1213", "images of \(made) pixels for a classifier that looks at \(first.side)",
                    at: audit.span,
                    label: made > first.side
                        ? "shrunk before they are judged" : "enlarged before they are judged",
                    notes: [
                        "generator `\(generator.name)` makes \(made) pixels; \(looks.joined(separator: ", "))"
                    ],
                    helps: [
                        "fine detail differs from what the classifier learned from: check it on real images"
                    ]))
            return
        }
    }

    /// Whether a classifier sees images of this side as it learned to: as large as its input, or brought there as then.
    private func suits(_ made: Int, _ classifier: ClassifierDescription, _ side: Int) -> Bool {
        guard case .embedded(let name) = classifier.origin else { return made == side }
        return made == side || made == catalogue.classifier(name)?.learnedSide
    }

    /// The side of a classifier's input; nil where only its weights know.
    private func inputSide(of classifier: ClassifierDescription) -> Int? {
        switch classifier.origin {
        case .embedded(let name): catalogue.classifier(name)?.inputSide
        case .manifest(let path): schema.inputSide(ofManifest: path)
        case .network:
            classifier.options["input"].flatMap { $0.values.compactMap(\.asInteger).max() }
        }
    }

    /// A gap without an interval beside its rates says nothing of chance.
    private mutating func lintInterval(_ report: ReportDescription) {
        if report.options.text("ci") == "none", let span = report.options["ci"]?.span {
            self.report(
                Diagnostic(
                    "W1201", "this report shows rates without intervals", at: span,
                    label: "nothing tells a difference from chance", helps: ["write `ci wilson 95%`"]))
        }
        let hasGaps = report.metrics.contains(where: comparesGroups)
        if hasGaps, report.options.text("test") == "none", let span = report.options["test"]?.span {
            self.report(
                Diagnostic(
                    "W1201", "this report shows gaps without a test", at: span,
                    label: "nothing tells a gap from chance", helps: ["write `test permutation`"]))
        }
    }

    /// Groups so small that equal ones would seem to differ.
    ///
    /// The expected range of k equal groups is about d_k sqrt(p(1-p)/n) (specification of the metrics, 5.1), here at p = 1/2.
    private mutating func lintSize(
        _ grouping: Grouping, _ cohort: CohortDescription, _ report: ReportDescription
    ) {
        let (groups, size) = groupSize(grouping, cohort)
        guard groups > 1, let first = report.metrics.first else { return }
        let chance = Self.expectedRange(groups) * 0.5 / Double(max(size, 1)).squareRoot()
        guard chance > 0.1 else { return }
        let needed = Int((Self.expectedRange(groups) * 0.5 / 0.03).magnitude.rounded(.up))
        self.report(
            Diagnostic(
                "W1202",
                "\(Words.count(size, "image")) a group cannot tell a gap of \(Self.rounded(chance)) from none",
                at: first.span, label: "by `\(grouping.text)`",
                notes: [
                    "\(groups) equal groups of \(size) differ by about \(Self.rounded(chance)) by chance alone"
                ],
                helps: ["about \(Words.grouped(needed * needed)) a group bring that to 0.03"]))
    }

    /// The expected range of k standard normals, interpolated in ln k between published values (Tippett 1925).
    private static func expectedRange(_ count: Int) -> Double {
        let table: [(count: Int, range: Double)] = [
            (2, 1.128), (3, 1.693), (4, 2.059), (6, 2.534), (8, 2.847), (12, 3.258), (16, 3.532), (24, 3.895),
            (48, 4.47), (96, 4.98), (1000, 6.48),
        ]
        let last = table.last { $0.count <= count } ?? table[0]
        guard let next = table.first(where: { $0.count > count }) else { return last.range }
        let share = Double(count - last.count) / Double(next.count - last.count)
        return last.range + share * (next.range - last.range)
    }

    private static func rounded(_ number: Double) -> String {
        Value.canonical((number * 100).rounded() / 100)
    }

    /// Whether a metric says how far groups lie apart.
    private func comparesGroups(_ metric: MetricReference) -> Bool {
        metric.aggregate.isComparison || catalogue.metric(metric.metric)?.comparesGroups ?? false
    }

    /// A threshold chosen on the rows that it judges flatters them.
    private mutating func lintThreshold(_ report: ReportDescription) {
        guard let threshold = report.options["threshold"], let rule = threshold.values.first?.asText,
            let span = threshold.span
        else { return }
        self.report(
            Diagnostic(
                "W1212", "`threshold \(rule)` is chosen on the images that it judges", at: span,
                label: "rates at it are better than on other images",
                helps: ["choose it on other data, and write its number: `threshold 0.37`"]))
    }

    /// Many tests without a correction find something by chance.
    private mutating func lintTests(_ report: ReportDescription) {
        let gaps = report.metrics.count(where: comparesGroups)
        let tests = gaps * report.groupings.count * report.outcomes.count
        guard tests > 20, report.options.text("correct") == "none", let first = report.metrics.first else {
            return
        }
        self.report(
            Diagnostic(
                "W1207", "\(tests) tests without a correction", at: first.span,
                label: "one in twenty finds a gap where there is none", helps: ["add `correct holm`"]))
    }
}
