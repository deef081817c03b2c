/// A script without errors, resolved and ready to be planned and run.
public struct CheckedProgram: Sendable, Hashable {
    /// The edition it is written in.
    public var edition: Int
    /// Whether the script pins its edition.
    public var pinsEdition: Bool
    /// The settings after the last statement.
    public var settings: Settings
    /// The statements in order, loops and calls written out.
    public var statements: [CheckedStatement]
    /// The statements as written, one text each.
    public var texts: [String] = []
    /// The tests, in order.
    public var tests: [TestDescription] = []

    /// What results come from by the names that results know it by; in a REPL that of earlier programs as well.
    public var made: [String: CheckEnvironment.Binding] = [:]

    /// The audit of this name.
    public func audit(named name: String) -> AuditDescription? {
        if case .audit(let audit)? = made[name] { audit } else { nil }
    }

    /// The cohort of this name.
    public func cohort(named name: String) -> CohortDescription? {
        if case .cohort(let cohort)? = made[name] { cohort } else { nil }
    }

    /// Whether outcomes are of rows that do not all count alike.
    func isWeighted(_ outcome: OutcomeSource) -> Bool {
        switch outcome {
        case .dataset(let name, _): dataset(named: name)?.weight != nil
        case .audit(let name, _, let subject):
            audit(named: name)?.subjects.first { $0.name == subject }?.dataset?.weight != nil
        }
    }

    /// The data set of this name.
    public func dataset(named name: String) -> DatasetDescription? {
        if case .dataset(let dataset)? = made[name] { dataset } else { nil }
    }
}
