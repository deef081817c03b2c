import Semantics

/// Says what a bound name stands for.
enum BoundNameText {
    /// A few words: `cohort, 2 x 8 = 16 cells x 2 = 32 images`.
    static func phrase(_ binding: CheckEnvironment.Binding) -> String {
        switch binding {
        case .constant: short(binding.facts)
        case .function: binding.facts
        case .audit, .report, .comparison: "\(binding.noun) of \(binding.facts)"
        case .schema: "schema of data sets"
        case .classifier: "classifier"
        case .generator, .dataset, .cohort: "\(binding.noun), \(binding.facts)"
        }
    }

    /// A text on one line, cut where it is long.
    static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "..." : line
    }
}
