import Diagnostics

/// What an editor is told of a script: what was found, what its words mean, and how large its cohorts are.
package struct CheckedText: Sendable {
    /// Everything found, in the order of the source.
    package let diagnostics: [Diagnostic]
    /// What the words mean, as far as the statements are sound.
    package let index: NameIndex
    /// The cohorts of sound statements, in the order in which they are made.
    package let cohorts: [CohortMark]
    /// The attributes that the script declares.
    package let attributes: [AttributeDefinition]

    /// Whether an error was found.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
