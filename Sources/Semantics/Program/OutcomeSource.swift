/// Predictions beside truths, of one classifier on one subject: what a report's table is made of.
public enum OutcomeSource: Sendable, Hashable {
    /// A classifier's predictions on a cohort or on photographs, made by the audit of that name.
    case audit(String, classifier: String, cohort: String)
    /// The predictions in a data set; the classifier has a name where the data set holds those of several.
    case dataset(String, classifier: String?)
}
