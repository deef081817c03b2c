import Semantics

/// What the REPL says after a statement that has no result of its own.
enum Announcement {
    /// One line; nil when the statement has spoken for itself.
    static func text(of action: CheckedStatement.Action) -> String? {
        switch action {
        case .cohort(let cohort): "cohort \(cohort.name): \(cohort.variedSize)"
        case .audit(let audit):
            "audit \(audit.name): \(audit.classifiers.map(\.name).joined(separator: ", ")) on "
                + audit.subjects.map(\.name).joined(separator: ", ")
        case .report(let report): "report \(report.name)"
        case .compare(let comparison): "comparison \(comparison.name)"
        case .dataset(let dataset): "dataset \(dataset.name): \(dataset.place)"
        case .schema(let schema): "schema \(schema.name)"
        case .generator(let generator): "generator \(generator.name): \(generator.kind.rawValue)"
        case .classifier(let classifier): "classifier \(classifier.name)"
        case .setting, .constant, .sample, .plot, .export, .print, .gate, .help: nil
        }
    }
}
