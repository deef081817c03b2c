import Diagnostics

/// Classifiers to be run on subjects: `audit a = MelaNet, DeepGuide on main with threshold 0.5`.
public struct AuditDescription: Sendable, Hashable {
    /// Its name in the script, or `_1`, `_2`... for one without.
    public let name: String
    /// The classifiers, in order; each runs on every subject.
    public let classifiers: [ClassifierDescription]
    /// The cohorts, and the data sets of photographs.
    public let subjects: [Subject]
    /// The labelled data on which a threshold is chosen by a rule; nil where it is a number or the classifier's own.
    public let calibration: Subject?
    /// The options, with defaults: `threshold`, `batch`.
    public let options: ResolvedOptions
    /// Where it is written.
    public let span: SourceSpan
}
