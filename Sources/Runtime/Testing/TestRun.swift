import Diagnostics
import Provenance
import Semantics

/// Runs the `test` blocks of one script, each in a session of its own.
struct TestRun {
    let script: ScriptFile
    let program: CheckedProgram
    let options: RunOptions
    let models: any ModelProvider
    let printer: DiagnosticPrinter
    /// What the tests printed when they were last recorded.
    let recorded: RecordedOutput

    /// Runs a test.
    ///
    /// - Returns: how it came out and what it printed; nil where it was interrupted.
    func outcome(
        of test: TestDescription, work: InterruptibleWork
    ) async -> (outcome: TestOutcome, output: String)? {
        let console = TestConsole()
        let session = Session(options: options, models: models, console: console)
        var part = program
        part.statements = test.statements
        let clock = ContinuousClock()
        let start = clock.now
        let run = await work.run { [part] in await session.run(part, source: script.source) }
        if run.wasCancelled { return nil }
        let seconds = (clock.now - start) / .seconds(1)
        var messages = console.notices
        if let failure = run.failure {
            messages.append(printer.text([failure], in: run.failureSource ?? script.source))
        }
        let output = RecordedOutput.comparable(console.results)
        var verdict = verdict(of: run)
        if verdict == .passed, let wanted = recorded[test.title], wanted != output {
            verdict = .failed
            messages.append(
                UnifiedDiff.text(from: wanted + "\n", to: output + "\n", name: test.title)
                    + "the output is not the recorded one; `dermaudit test --update` records it anew")
        }
        let outcome = TestOutcome(
            file: script.source.name, title: test.title,
            line: script.source.line(of: test.span.start), verdict: verdict,
            messages: verdict == .passed ? [] : console.results + messages, seconds: seconds)
        return (outcome, output)
    }

    private func verdict(of run: RunOutcome) -> TestOutcome.Verdict {
        if run.failure != nil { return .broken }
        if run.gates.failed > 0 { return .failed }
        return run.gates.inconclusive + run.gates.undefined > 0 ? .inconclusive : .passed
    }
}
