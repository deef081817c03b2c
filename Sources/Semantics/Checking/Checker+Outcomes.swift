import Diagnostics
import Syntax

extension Checker {
    /// Outcomes with the subject they are of.
    struct Judged {
        /// Where the outcomes are found.
        let outcome: OutcomeSource
        /// Which people they are about.
        let subject: Subject

        /// The data set whose predictions are classes without probabilities; nil where there are some.
        var lackingScores: DatasetDescription? {
            guard case .dataset(_, let classifier) = outcome, let dataset = subject.dataset else {
                return nil
            }
            return dataset.prediction(of: classifier)?.scoreColumns.isEmpty ?? false ? dataset : nil
        }
    }

    /// The outcomes that a path names: an audit, one of its classifiers, one of its cohorts, or a data set.
    mutating func outcomes(_ path: NamePath) throws(CheckFailure) -> [Judged] {
        if isBroken(path) { throw failSilently() }
        guard let (binding, rest) = lookUp(path) else { throw fail(noOutcome(path)) }
        switch binding {
        case .dataset(let dataset):
            return try outcomes(of: dataset, rest, path.span)
        case .audit(let audit): return try outcomes(of: audit, rest)
        default: throw fail(wrongKind(path, binding, expected: "an audit or data set"))
        }
    }

    /// The outcomes of a data set of predictions, narrowed by the name of a classifier.
    private mutating func outcomes(
        of dataset: DatasetDescription, _ parts: ArraySlice<Name>, _ span: SourceSpan
    ) throws(CheckFailure) -> [Judged] {
        guard dataset.images == nil else { throw fail(unjudged(dataset, span)) }
        let names = dataset.predictions.map(\.classifier)
        guard let part = parts.first else {
            return names.map {
                Judged(outcome: .dataset(dataset.name, classifier: $0), subject: .dataset(dataset))
            }
        }
        if parts.count == 1, names.contains(part.text) {
            noteUse(ofPart: part)
            return [
                Judged(outcome: .dataset(dataset.name, classifier: part.text), subject: .dataset(dataset))
            ]
        }
        let known = names.compactMap { $0 }
        throw fail(
            known.isEmpty
                ? Diagnostic(
                    "E0312", "`\(dataset.name)` has no part `\(part.text)`", at: part.span,
                    label: "a data set is whole")
                : unknown(
                    "E0312", "part", part.text, part.span, among: known,
                    place: " in dataset `\(dataset.name)`"))
    }

    /// The finding that photographs must be judged before one can report on them.
    private func unjudged(_ dataset: DatasetDescription, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0520", "`\(dataset.name)` holds photographs, and no classifier has judged them", at: span,
            helps: ["write before it `audit a = MelaNet on \(dataset.name)`, and here `a`"])
    }

    private func noOutcome(_ path: NamePath) -> Diagnostic {
        if path.first.text == "it" { return noSubject("audit", path) }
        return unknown(
            "E0312", "audit or data set", path.text, path.span,
            among: names(of: "audit") + names(of: "dataset"))
    }

    /// The outcomes of an audit, narrowed by the names of a classifier and of a cohort.
    private mutating func outcomes(
        of audit: AuditDescription, _ parts: ArraySlice<Name>
    ) throws(CheckFailure) -> [Judged] {
        var classifiers = audit.classifiers.map(\.name)
        var cohorts = audit.subjects
        for part in parts {
            noteUse(ofPart: part)
            if let classifier = classifiers.first(where: { $0 == part.text })
                ?? classifiers.first(where: { means(part.text, $0) })
            {
                classifiers = [classifier]
            } else if let cohort = cohorts.first(where: { means(part.text, $0.name) }) {
                cohorts = [cohort]
            } else {
                throw fail(
                    unknown(
                        "E0312", "part", part.text, part.span,
                        among: audit.classifiers.map(\.name) + audit.subjects.map(\.name),
                        place: " in audit `\(audit.name)`"))
            }
        }
        return classifiers.flatMap { classifier in
            cohorts.map { cohort in
                Judged(
                    outcome: .audit(audit.name, classifier: classifier, cohort: cohort.name),
                    subject: cohort)
            }
        }
    }

    /// The outcomes of a statement that names none: the last audit's, else the last data set's.
    mutating func implicitOutcomes(at span: SourceSpan) throws(CheckFailure) -> [Judged] {
        if broken.contains("it.audit") { throw failSilently() }
        if let name = environment.lastAudit, case .audit(let audit)? = environment.binding(of: name) {
            return try outcomes(of: audit, [])
        }
        if let name = environment.lastDataset, case .dataset(let dataset)? = environment.binding(of: name) {
            return try outcomes(of: dataset, [], span)
        }
        throw fail(
            Diagnostic(
                "E0313", "there is no audit yet", at: span, label: "nothing to report on",
                helps: ["write before it `audit MelaNet`, or `of` and the name of a data set"]))
    }
}
