extension CheckEnvironment.Binding {
    /// What a name stands for, in a line: `cohort c: 2 sex x 8 age = 16 cells x 2 = 32 images`.
    package func description(named name: String) -> String {
        switch self {
        case .constant: "\(name): \(facts)"
        case .function: facts
        case .cohort(let cohort): "cohort \(name): \(cohort.variedSize)"
        default: "\(noun) \(name)" + (facts.isEmpty ? "" : ": \(facts)")
        }
    }

    /// What there is to say of it, without its name: `MelaNet on c`; empty where nothing is.
    package var facts: String {
        switch self {
        case .constant(let value): "\(value.typeName) \(value.shown)"
        case .generator(let generator): generator.kind.rawValue
        case .classifier(let classifier): classifier.embedded ?? ""
        case .dataset(let dataset): dataset.place
        case .schema: ""
        case .cohort(let cohort): cohort.size
        case .audit(let audit):
            "\(audit.classifiers.map(\.name).joined(separator: ", ")) on "
                + audit.subjects.map(\.name).joined(separator: ", ")
        case .report(let report): report.metrics.map(\.metric).joined(separator: ", ")
        case .comparison(let comparison): comparison.metrics.map(\.metric).joined(separator: ", ")
        case .function(let function): "def \(function.signature)"
        }
    }
}
