import Diagnostics

/// What checking a script gave.
public struct CheckResult: Sendable {
    /// The program; nil when an error was found.
    public let program: CheckedProgram?
    /// Everything found, in the order of the source.
    public let diagnostics: [Diagnostic]
    /// The names after the last statement; the environment before it, when an error was found.
    public let environment: CheckEnvironment
    /// What the words of the source mean, as far as its statements are sound.
    package var index = NameIndex()
    /// The statements that are sound, whatever is wrong with others.
    package var sound: [CheckedStatement] = []

    /// Whether an error was found.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
