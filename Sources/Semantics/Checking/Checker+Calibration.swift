import Diagnostics

extension Checker {
    /// The labelled data on which an audit chooses its threshold: named where a rule does, and no image of the audit.
    mutating func calibration(
        _ options: ResolvedOptions, of classifiers: [ClassifierDescription], on subjects: [Subject]
    ) throws(CheckFailure) -> Subject? {
        guard let threshold = options["threshold"], let rule = threshold.values.first?.asText,
            let span = threshold.span
        else {
            guard let span = options["calibration"]?.span else { return nil }
            throw fail(
                Diagnostic(
                    "E0509", "`calibration` chooses a threshold, and no rule is written", at: span,
                    helps: ["write `threshold youden` or `threshold recall 90%` beside it"]))
        }
        try checkRule(threshold, span)
        guard let entry = options["calibration"], let name = entry.values.first?.asText,
            let place = entry.span
        else {
            throw fail(
                Diagnostic(
                    "E0509", "`threshold \(rule)` needs labelled data to be chosen on", at: span,
                    label: "on the audited images it would flatter",
                    helps: ["name a cohort or data set: `threshold \(rule), calibration other`"]))
        }
        noteUse(of: name, endingAt: place.end)
        let subject: Subject
        switch environment.binding(of: name) {
        case .cohort(let cohort)?: subject = .cohort(cohort)
        case .dataset(let dataset)?: subject = .dataset(dataset)
        default:
            throw fail(
                unknown(
                    "E0312", "cohort or data set", name, place,
                    among: names(of: "cohort") + names(of: "dataset")))
        }
        try requireClasses(of: rule, in: [subject], place)
        switch subject {
        case .cohort(let cohort): try checkApart(cohort, from: subjects.compactMap(\.cohort), place)
        case .dataset(let dataset):
            try checkApart(dataset, from: subjects.compactMap(\.dataset), place)
            if dataset.images == nil { try checkScores(dataset, of: classifiers, place) }
        }
        return subject
    }

    /// A cohort that shares images with the audited ones would not be other data.
    private mutating func checkApart(
        _ cohort: CohortDescription, from subjects: [CohortDescription], _ span: SourceSpan
    ) throws(CheckFailure) {
        let cells = Set(cohort.cells.filter { $0.count > 0 }.map { "\($0.canonicalText)\n\($0.prompt)" })
        for subject in subjects where subject.seed == cohort.seed && subject.generator == cohort.generator {
            let shared = subject.cells.contains {
                $0.count > 0 && cells.contains("\($0.canonicalText)\n\($0.prompt)")
            }
            guard shared else { continue }
            let same = subject.name == cohort.name
            throw fail(
                Diagnostic(
                    "E0509", "the threshold would be chosen on the images that it judges", at: span,
                    label: same ? "the audited cohort" : "shares images with the audited `\(subject.name)`",
                    helps: ["take a cohort of another `seed`, or a data set"]))
        }
    }

    /// Photographs of a folder that is audited would not be other data.
    private mutating func checkApart(
        _ dataset: DatasetDescription, from subjects: [DatasetDescription], _ span: SourceSpan
    ) throws(CheckFailure) {
        guard let images = dataset.images, subjects.contains(where: { $0.images == images }) else { return }
        throw fail(
            Diagnostic(
                "E0509", "the threshold would be chosen on the images that it judges", at: span,
                label: "photographs of the audited folder", helps: ["take another folder, or a cohort"]))
    }

    /// The scores of a data set are of one classifier, or by name of those of the audit.
    private mutating func checkScores(
        _ dataset: DatasetDescription, of classifiers: [ClassifierDescription], _ span: SourceSpan
    ) throws(CheckFailure) {
        let names = dataset.predictions.compactMap(\.classifier)
        let wanted: [String?] = names.isEmpty ? [nil] : classifiers.map(\.name)
        let found = wanted.compactMap { dataset.prediction(of: $0) }
        guard found.allSatisfy({ !$0.scoreColumns.isEmpty }) else {
            throw fail(
                Diagnostic(
                    "E0505", "a threshold cuts probabilities, and `\(dataset.name)` has only classes",
                    at: span,
                    helps: ["name their columns: `score COLUMN` in `dataset \(dataset.name)`"]))
        }
        if found.count < wanted.count {
            throw fail(
                Diagnostic(
                    "E0509",
                    "`\(dataset.name)` holds scores of \(Words.list(names)), and not of all classifiers of this audit",
                    at: span, helps: ["add their columns to `score`, or audit others"]))
        }
        guard names.isEmpty, classifiers.count > 1 else { return }
        throw fail(
            Diagnostic(
                "E0509",
                "`\(dataset.name)` holds the scores of one classifier, and this audit has \(classifiers.count)",
                at: span, helps: ["calibrate on a cohort, or audit one classifier at a time"]))
    }
}
