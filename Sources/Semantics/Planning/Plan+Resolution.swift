import Diagnostics

extension Plan {
    /// What a grouping of a cohort can show: groups of a size, and the smallest gap that they can tell from none.
    public struct Resolution: Sendable, Hashable {
        /// The cohort's name.
        public let cohort: String
        /// The grouping, as a report prints it.
        public let grouping: String
        /// The number of groups.
        public let groups: Int
        /// The images of each group.
        public let size: Int
        /// The smallest gap that is found at 95 % with a power of 80 %, for rates around one half.
        public let gap: Double
    }

    /// What the groupings of reports, comparisons, figures and gates can show, each once.
    static func resolutions(_ program: CheckedProgram, _ cost: CostDescription) -> [Resolution] {
        var found: [Resolution] = []
        func note(_ outcome: OutcomeSource, _ grouping: Grouping) {
            guard case .audit(let name, _, let subject) = outcome,
                let cohort = program.audit(named: name)?.subjects.first(where: { $0.name == subject })?
                    .cohort,
                let resolution = resolution(of: cohort, grouping, cost), !found.contains(resolution)
            else { return }
            found.append(resolution)
        }
        for statement in program.statements {
            switch statement.action {
            case .report(let report):
                for grouping in report.groupings { report.outcomes.forEach { note($0, grouping) } }
            case .compare(let comparison):
                for grouping in comparison.groupings { comparison.sides.forEach { note($0, grouping) } }
            case .gate(let gate):
                for query in gate.condition.queries { note(query.outcome, query.grouping) }
            default: break
            }
        }
        return found
    }

    private static func resolution(
        of cohort: CohortDescription, _ grouping: Grouping, _ cost: CostDescription
    ) -> Resolution? {
        let groups = grouping.factors.reduce(1) { $0 * (cohort.axis($1.attribute)?.levels.count ?? 1) }
        guard groups > 1, grouping.factors.allSatisfy({ $0.binning == nil }) else { return nil }
        let size = cohort.imageCount / groups
        guard let gap = cost.smallestGap(groups, size) else { return nil }
        return Resolution(
            cohort: cohort.name, grouping: grouping.text, groups: groups, size: size, gap: gap)
    }

    /// The gates that ask for a smaller gap than their cohort can show.
    public var unresolved: [Diagnostic] {
        program.statements.flatMap { statement -> [Diagnostic] in
            guard case .gate(let gate) = statement.action else { return [] }
            return unresolved(gate.condition)
        }
    }

    private func unresolved(_ condition: CheckedExpression) -> [Diagnostic] {
        switch condition.node {
        case .and(let left, let right), .or(let left, let right): return unresolved(left) + unresolved(right)
        case .not(let operand), .inconclusive(let operand): return unresolved(operand)
        case .comparison(_, let left, let right):
            guard case .query(let query) = left.node, case .constant(let value) = right.node,
                let threshold = value.asDouble, case .audit(_, _, let cohort) = query.outcome,
                case .gap? = Catalogue.standard.metric(query.metric.metric)?.kind,
                let resolution = resolutions.first(where: {
                    $0.cohort == cohort && $0.grouping == query.grouping.text
                }), threshold < resolution.gap
            else { return [] }
            return [finding(resolution, value, at: condition.span)]
        default: return []
        }
    }

    private func finding(_ resolution: Resolution, _ threshold: Value, at span: SourceSpan) -> Diagnostic {
        let gap = Value.canonical((resolution.gap * 100).rounded(.up) / 100)
        let size = Words.count(resolution.size, "image")
        return Diagnostic(
            "W1211", "this cohort cannot tell a gap of \(threshold.shown) from none", at: span,
            label: "\(resolution.groups) groups of \(size) find gaps from about \(gap)",
            helps: ["`dermaudit plan gap \(threshold.shown) groups \(resolution.groups)` says how many would"]
        )
    }
}
