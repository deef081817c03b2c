import Diagnostics
import Syntax

extension Checker {
    /// Outcomes with the subject they are of.
    struct Judged {
        /// Where the outcomes are found.
        let outcome: OutcomeSource
        /// Which people they are about.
        let subject: Subject
    }

    /// The outcomes that a path names: an audit, one of its classifiers, one of its cohorts, or a data set.
    mutating func outcomes(_ path: NamePath) throws(CheckFailure) -> [Judged] {
        if isBroken(path) { throw failSilently() }
        guard let (binding, rest) = lookUp(path) else { throw fail(noOutcome(path)) }
        switch binding {
        case .dataset(let dataset):
            guard let extra = rest.first else {
                return [Judged(outcome: .dataset(dataset.name), subject: .dataset(dataset))]
            }
            throw fail(
                Diagnostic(
                    "E0312", "`\(dataset.name)` has no part `\(extra.text)`", at: extra.span,
                    label: "a data set is whole"))
        case .audit(let audit): return try outcomes(of: audit, rest)
        default: throw fail(wrongKind(path, binding, expected: "an audit or data set"))
        }
    }

    private func noOutcome(_ path: NamePath) -> Diagnostic {
        if path.names.first?.text == "it" { return noSubject("audit", path) }
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
            if classifiers.contains(part.text) {
                classifiers = [part.text]
            } else if let cohort = cohorts.first(where: { $0.name == part.text }) {
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
                    subject: .cohort(cohort))
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
            return [Judged(outcome: .dataset(name), subject: .dataset(dataset))]
        }
        throw fail(
            Diagnostic(
                "E0313", "there is no audit yet", at: span, label: "nothing to report on",
                helps: ["write before it `audit MelaNet`, or `of` and the name of a data set"]))
    }
}
