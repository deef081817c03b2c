import Semantics

/// What the REPL says after a statement that has no result of its own.
enum Announcement {
    /// One line; nil when the statement has spoken for itself.
    static func text(of action: CheckedStatement.Action) -> String? {
        switch action {
        case .cohort(let cohort): "cohort \(cohort.name): \(size(of: cohort))"
        case .audit(let audit):
            "audit \(audit.name): \(audit.classifiers.map(\.name).joined(separator: ", ")) on "
                + audit.subjects.map(\.name).joined(separator: ", ")
        case .report(let report): "report \(report.name)"
        case .compare(let comparison): "comparison \(comparison.name)"
        case .dataset(let dataset): "dataset \(dataset.name): \(dataset.place)"
        case .schema(let schema): "schema \(schema.name)"
        case .generator(let generator): "generator \(generator.name): \(generator.kind.rawValue)"
        case .classifier(let classifier): "classifier \(classifier.name)"
        case .setting, .constant, .sample, .plot, .export, .print, .gate: nil
        }
    }

    /// What a name stands for, in a few words.
    static func noun(of binding: CheckEnvironment.Binding) -> String {
        switch binding {
        case .constant(let value):
            "constant"
                + ((value.asInteger.map { " \($0)" } ?? value.asText.map { " \"\($0)\"" }) ?? "")
        case .generator(let generator): "generator \(generator.kind.rawValue)"
        case .classifier: "classifier"
        case .dataset(let dataset): "dataset \(dataset.place)"
        case .schema: "schema"
        case .cohort(let cohort): "cohort, \(size(of: cohort))"
        case .audit(let audit): "audit of \(audit.classifiers.map(\.name).joined(separator: ", "))"
        case .report(let report): "report of \(report.metrics.map(\.metric).joined(separator: ", "))"
        case .comparison(let comparison):
            "comparison of \(comparison.metrics.map(\.metric).joined(separator: ", "))"
        }
    }

    /// `2 sex x 8 age = 16 cells, 32 images`.
    private static func size(of cohort: CohortDescription) -> String {
        let axes = cohort.axes.filter { $0.levels.count > 1 }.map { "\($0.levels.count) \($0.attribute)" }
        let cells = "\(cohort.cells.count) cells, \(cohort.imageCount) images"
        return axes.isEmpty ? cells : axes.joined(separator: " x ") + " = " + cells
    }
}
