import Diagnostics

/// How a program's run ended.
package struct RunOutcome: Sendable {
    /// How the conditions came out.
    package var gates = GateCount()
    /// What stopped the run; nil when every statement was executed.
    package var failure: Diagnostic?
    /// The script or module that the statement which stopped the run is written in.
    package var failureSource: Source?
    /// Whether the person stopped it.
    package var wasCancelled = false

    /// Nothing has happened yet.
    package init() {}

    /// The exit code that tells a shell how the run ended (language.md, section 7).
    package var exitCode: ExitStatus {
        if wasCancelled { return .interrupted }
        if failure != nil { return .runFailure }
        if gates.failed > 0 { return .gateFailed }
        return gates.inconclusive + gates.undefined > 0 ? .inconclusive : .success
    }
}
