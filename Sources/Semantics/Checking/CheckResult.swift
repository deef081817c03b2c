import Diagnostics

/// What checking a script gave.
public struct CheckResult: Sendable {
    /// The program; nil when an error was found.
    public let program: CheckedProgram?
    /// Everything found, in the order of the source.
    public let diagnostics: [Diagnostic]
    /// The names after the last statement; the environment before it, when an error was found.
    public let environment: CheckEnvironment

    /// Whether an error was found.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
