import Semantics

/// Says what a bound name stands for.
enum BoundNameText {
    /// A few words: `cohort, 2 x 8 = 16 cells x 2 = 32 images`.
    static func phrase(_ binding: CheckEnvironment.Binding) -> String {
        switch binding {
        case .constant(let value): "\(value.typeName) \(short(value.shown))"
        case .generator(let generator): "generator, \(generator.kind.rawValue)"
        case .classifier: "classifier"
        case .dataset(let dataset): "dataset, \(dataset.place)"
        case .schema: "schema of data sets"
        case .cohort(let cohort): "cohort, \(cohort.size)"
        case .audit(let audit):
            "audit of \(audit.classifiers.map(\.name).joined(separator: ", ")) on "
                + audit.subjects.map(\.name).joined(separator: ", ")
        case .report(let report): "report of \(report.metrics.map(\.metric).joined(separator: ", "))"
        case .comparison(let comparison):
            "comparison of \(comparison.metrics.map(\.metric).joined(separator: ", "))"
        case .function(let function): "def \(function.signature)"
        }
    }

    /// A text on one line, cut where it is long.
    static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "..." : line
    }
}
