/// Which images and predictions a program needs: effects pull on audits, audits on cohorts.
public struct Demand: Sendable, Hashable {
    /// Images wanted of a cohort.
    public struct Images: Sendable, Hashable {
        /// The cohort.
        public let cohort: CohortDescription
        /// How many of them: all, or only those that a figure shows.
        public fileprivate(set) var count: Int
    }

    /// The cohorts whose images are wanted, in the order of their first use.
    public private(set) var images: [Images] = []
    /// The data sets whose photographs are wanted, in the order of their first use.
    public var photographs: [DatasetDescription] {
        audits.flatMap { $0.subjects + [$0.calibration].compactMap { $0 } }.compactMap(\.dataset).reduce(
            into: []) { found, dataset in
                if !found.contains(where: { $0.name == dataset.name }) { found.append(dataset) }
            }
    }
    /// The audits whose predictions are wanted, in the order of their first use.
    public private(set) var audits: [AuditDescription] = []

    /// Finds what a program needs.
    public init(_ program: CheckedProgram) {
        for statement in program.statements { note(statement.action, program) }
    }

    private mutating func note(_ action: CheckedStatement.Action, _ program: CheckedProgram) {
        switch action {
        case .sample(let cohort, _): want(cohort, cohort.imageCount)
        case .report(let report):
            for outcome in report.outcomes { want(outcome, program) }
        case .compare(let comparison):
            for outcome in comparison.sides { want(outcome, program) }
        case .plot(let plot):
            switch plot.content {
            case .images(let cohort, _, _): want(cohort, cohort.cells.count { $0.count > 0 })
            case .results(let report): for outcome in report.outcomes { want(outcome, program) }
            }
        case .export(let export):
            for case .audit(let name) in export.items { want(program.audit(named: name)) }
        case .print(let values):
            for query in values.flatMap(\.queries) { want(query.outcome, program) }
        case .gate(let gate):
            for query in gate.condition.queries { want(query.outcome, program) }
        case .setting, .constant, .generator, .classifier, .dataset, .schema, .cohort, .audit, .help: break
        }
    }

    private mutating func want(_ outcome: OutcomeSource, _ program: CheckedProgram) {
        if case .audit(let name, _, _) = outcome { want(program.audit(named: name)) }
    }

    private mutating func want(_ audit: AuditDescription?) {
        guard let audit, !audits.contains(where: { $0.name == audit.name }) else { return }
        audits.append(audit)
        for cohort in (audit.subjects + [audit.calibration].compactMap { $0 }).compactMap(\.cohort) {
            want(cohort, cohort.imageCount)
        }
    }

    private mutating func want(_ cohort: CohortDescription, _ count: Int) {
        if let index = images.firstIndex(where: { $0.cohort.name == cohort.name }) {
            images[index].count = max(images[index].count, count)
        } else {
            images.append(Images(cohort: cohort, count: count))
        }
    }
}
