/// How much a diagnostic matters.
public enum Severity: String, Sendable, Hashable {
    /// The script cannot run.
    case error
    /// The script runs and probably does not mean what it says.
    case warning
    /// A fact worth knowing.
    case note
}
