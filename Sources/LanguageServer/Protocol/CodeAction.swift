/// A change that an editor offers.
struct CodeAction: Encodable {
    /// The kind of a change that mends one finding.
    static let quickFix = "quickfix"
    /// The kind of a change that makes all safe ones at once.
    static let fixAll = "source.fixAll"

    /// What it does, for a menu.
    let title: String
    /// What kind it is.
    let kind: String
    /// The findings that it mends.
    let diagnostics: [PublishedDiagnostic]
    /// Whether it keeps the meaning that the script obviously has.
    let isPreferred: Bool
    /// The change.
    let edit: WorkspaceEdit
}
