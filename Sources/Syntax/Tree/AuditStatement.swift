import Diagnostics

/// `audit a = MelaNet, DeepGuide on main with threshold 0.5`.
package struct AuditStatement: Sendable, Hashable {
    /// Which classifiers are run.
    package enum Classifiers: Sendable, Hashable {
        /// `all`.
        case all(SourceSpan)
        /// These.
        case named([NamePath])
    }

    /// The name of the result; nil without.
    package let name: Name?
    /// Which classifiers are run.
    package let classifiers: Classifiers
    /// On what; empty for the last cohort.
    package let subjects: [SubjectSyntax]
    /// The options.
    package let options: [OptionSyntax]
}
