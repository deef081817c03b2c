import Diagnostics
import Syntax

extension Checker {
    /// Checks `sample`.
    mutating func checkSample(
        _ subject: SubjectSyntax, _ options: [OptionSyntax], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let cohort = try cohort(subject)
        return .sample(cohort, try checkOptions(options, catalogue.sampleOptions, of: "`sample`"))
    }

    /// The cohort that a subject names.
    private mutating func cohort(_ subject: SubjectSyntax) throws(CheckFailure) -> CohortDescription {
        switch subject {
        case .path(let path): return try cohort(path)
        case .expression(let expression):
            let made = try cohort(expression, as: CohortPlace(name: nil, span: expression.span))
            environment.made[made.name] = CheckEnvironment.Entry(
                binding: .cohort(made), span: expression.span)
            madeNames.append(made.name)
            return made
        }
    }

    /// The cohort, or the data set of photographs, that a subject names.
    private mutating func subject(_ subject: SubjectSyntax) throws(CheckFailure) -> Subject {
        guard case .path(let path) = subject, !isBroken(path),
            case .dataset(let dataset)? = lookUp(path)?.binding
        else { return .cohort(try cohort(subject)) }
        guard dataset.images != nil else { throw fail(auditsItself(dataset, path.span)) }
        return .dataset(dataset)
    }

    /// What an audit that names no subject is of: the last cohort or, where there is none, the last photographs.
    private mutating func implicitSubject(at span: SourceSpan) throws(CheckFailure) -> Subject {
        if environment.lastCohort == nil, let name = environment.lastDataset,
            case .dataset(let dataset)? = environment.binding(of: name), dataset.images != nil
        {
            return .dataset(dataset)
        }
        return .cohort(try implicitCohort(at: span))
    }

    /// The finding that predictions are judged already.
    private func auditsItself(_ dataset: DatasetDescription, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0506", "`\(dataset.name)` holds predictions, so no classifier can run on it", at: span,
            label: "its rows have no images",
            helps: ["report on it as it is: `report dp by sex of \(dataset.name)`"])
    }

    /// Checks an audit, binds its name and makes it the last one.
    mutating func checkAudit(
        _ statement: AuditStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let classifiers = try classifiers(statement.classifiers)
        var subjects: [Subject] = []
        for named in statement.subjects {
            let subject = try subject(named)
            guard !subjects.contains(where: { $0.name == subject.name }) else {
                throw fail(Diagnostic("E0309", "`\(subject.name)` is named twice", at: named.span))
            }
            subjects.append(subject)
        }
        if subjects.isEmpty { subjects = [try implicitSubject(at: span)] }
        let options = try checkOptions(statement.options, catalogue.auditOptions, of: "`audit`")
        let everyone = try varied(classifiers, options, on: subjects)
        if let batch = statement.options.first(where: { $0.name.text == "batch" }) { lintBatch(batch.span) }
        let audit = AuditDescription(
            name: resultName(statement.name), classifiers: everyone, subjects: subjects,
            calibration: try calibration(options, of: classifiers, on: subjects), options: options, span: span
        )
        environment.lastAudit = try bind(
            statement.name, resultName: audit.name, to: .audit(audit), at: span)
        lint(audit)
        lintSizes(audit)
        broken.remove("it.audit")
        return .audit(audit)
    }

    private mutating func classifiers(
        _ wanted: AuditStatement.Classifiers
    ) throws(CheckFailure) -> [ClassifierDescription] {
        guard case .named(let paths) = wanted else {
            return classifierNames.compactMap { classifier(named: $0) }
        }
        var classifiers: [ClassifierDescription] = []
        var failed = false
        for path in paths {
            if isBroken(path) {
                failed = true
            } else if let classifier = classifier(named: path.text) {
                guard !classifiers.contains(where: { $0.name == classifier.name }) else {
                    throw fail(Diagnostic("E0309", "`\(classifier.name)` is named twice", at: path.span))
                }
                classifiers.append(classifier)
                notes.note(.classifier(classifier.name), at: path.span)
                noteUse(of: path)
            } else {
                failed = true
                report(noClassifier(path))
            }
        }
        if failed { throw failSilently() }
        return classifiers
    }

    private func noClassifier(_ path: NamePath) -> Diagnostic {
        if let binding = environment.binding(of: path.text) {
            return wrongKind(path, binding, expected: "a classifier")
        }
        if let definition = catalogue.network(path.text) {
            return Diagnostic(
                "E0414", "`\(definition.name)` needs a file of weights", at: path.span,
                helps: ["declare it: `classifier mine = \(definition.spelling) with ...`, then `audit mine`"])
        }
        return unknown("E0311", "classifier", path.text, path.span, among: classifierNames)
    }

    /// The classifier of this name: declared, or of the zoo.
    func classifier(named name: String) -> ClassifierDescription? {
        if case .classifier(let classifier)? = environment.binding(of: name) { return classifier }
        guard environment.binding(of: name) == nil, let definition = catalogue.classifier(name) else {
            return nil
        }
        return ClassifierDescription(
            name: definition.name, origin: .embedded(definition.name), options: ResolvedOptions(), span: nil)
    }
}
