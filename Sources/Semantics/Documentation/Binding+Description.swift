extension CheckEnvironment.Binding {
    /// What a name stands for, in a line: `cohort c: 2 sex x 8 age = 16 cells, 32 images`.
    package func description(named name: String) -> String {
        switch self {
        case .constant(let value): "\(name): \(value.typeName) \(value.shown)"
        case .generator(let generator): "generator \(name): \(generator.kind.rawValue)"
        case .classifier(let classifier): "classifier \(name)" + (classifier.embedded.map { ": \($0)" } ?? "")
        case .dataset(let dataset): "dataset \(name): \(dataset.place)"
        case .schema: "schema \(name)"
        case .cohort(let cohort): "cohort \(name): \(cohort.variedSize)"
        case .audit(let audit):
            "audit \(name): \(audit.classifiers.map(\.name).joined(separator: ", ")) on "
                + audit.subjects.map(\.name).joined(separator: ", ")
        case .report(let report): "report \(name): \(report.metrics.map(\.metric).joined(separator: ", "))"
        case .comparison(let comparison):
            "comparison \(name): \(comparison.metrics.map(\.metric).joined(separator: ", "))"
        case .function(let function): "def \(function.signature)"
        }
    }
}
