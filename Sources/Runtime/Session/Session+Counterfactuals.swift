import Reporting
import Semantics

extension Session {
    /// What becomes of a classifier's calls in an audit that varies what it is told; nil in any other.
    ///
    /// - Parameter judgements: those of the rows, by the identity of a classifier.
    func counterfactual(
        of classifier: ClassifierDescription, in audit: AuditDescription, _ rows: OutcomeRows,
        _ judgements: (String) -> [Judgement]?
    ) throws(RunError) -> CounterfactualNote? {
        var tellings: [CounterfactualNote.Telling] = []
        var attribute: String?
        for other in audit.classifiers {
            guard let told = other.counterfactual, told.classifier == classifier.name,
                let found = judgements(try judge(of: other).identity)
            else { continue }
            attribute = told.attribute
            tellings.append(
                CounterfactualNote.Telling(
                    value: told.value.text, decisions: found.map { $0.isPositive(from: rows.threshold) },
                    scores: found.map(\.score)))
        }
        guard let attribute, let column = rows.attributes.first(where: { $0.name == attribute }) else {
            return nil
        }
        let recorded = rows.labels.indices.map { column.value(ofRow: $0)?.text ?? "unknown" }
        return CounterfactualNote(attribute, tellings, recorded: recorded)
    }
}
