/// Predictions beside truths, of one classifier on one subject: what a report's table is made of.
public enum OutcomeSource: Sendable, Hashable {
    /// A classifier's predictions on a cohort, made by the audit of that name.
    case audit(String, classifier: String, cohort: String)
    /// The rows of a data set of predictions.
    case dataset(String)
}
