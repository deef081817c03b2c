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

    /// What it is and what there is to say of it, where the name stands before: `cohort, 2 x 8 = 16 cells x 2 = 32 images`.
    package var phraseWithFacts: String {
        switch self {
        case .constant: Self.short(facts)
        case .function: facts
        case .audit, .report, .comparison: "\(noun) of \(facts)"
        case .schema: "schema of data sets"
        case .classifier: "classifier"
        case .generator, .dataset, .cohort: "\(noun), \(facts)"
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

    /// A text on one line, cut where it is long.
    package static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "..." : line
    }
}
