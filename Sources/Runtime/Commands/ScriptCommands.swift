import Diagnostics
import Provenance
import Semantics

/// What the commands on scripts do; the command line only reads their arguments.
package struct ScriptCommands: Sendable {
    private let console: any RunConsole
    let printer: DiagnosticPrinter
    /// What scripts may name.
    let catalogue: Catalogue

    /// Commands that write results and diagnostics to `console`.
    package init(console: any RunConsole, printer: DiagnosticPrinter, catalogue: Catalogue = .standard) {
        self.console = console
        self.printer = printer
        self.catalogue = catalogue
    }

    /// Checks scripts without running anything.
    package func check(_ paths: [String], definitions: [Definition], isPedantic: Bool) -> ExitStatus {
        var status = ExitStatus.success
        for path in paths {
            guard let script = read(path) else {
                status = .runFailure
                continue
            }
            if check(script, definitions: definitions, isPedantic: isPedantic) == nil, status == .success {
                status = .scriptErrors
            }
        }
        return status
    }

    /// Checks a script, sees whether its plan fits the budget, and runs it.
    package func run(
        _ path: String, definitions: [Definition], options: RunOptions, models: any ModelProvider,
        work: InterruptibleWork
    ) async -> ExitStatus {
        guard let script = read(path) else { return .runFailure }
        guard let program = check(script, definitions: definitions) else { return .scriptErrors }
        let session = session(for: script, options: options, models: models)
        if program.settings.budget != nil || program.settings.memory != nil {
            let plan = await session.plan(program, source: script.source)
            guard let finding = plan.finding else { return await finish(session, program, script, work) }
            tell([finding], in: script.source)
            return plan.value == nil ? .runFailure : .overBudget
        }
        return await finish(session, program, script, work)
    }

    /// Shows what a run would do and cost, without running anything.
    package func plan(
        _ path: String, definitions: [Definition], options: RunOptions, models: any ModelProvider,
        writesJSON: Bool
    ) async -> ExitStatus {
        guard let script = read(path) else { return .runFailure }
        guard let program = check(script, definitions: definitions) else { return .scriptErrors }
        let session = session(for: script, options: options, models: models)
        let plan = await session.plan(program, source: script.source)
        tell(plan.warnings + (plan.finding.map { [$0] } ?? []), in: script.source)
        guard let value = plan.value else { return .runFailure }
        return show(writesJSON ? value.json : value.text) ?? (plan.finding == nil ? .success : .overBudget)
    }

    /// Says how many images each group needs for a gap to be found.
    ///
    /// - Parameter words: what stands behind `plan gap`.
    package func plan(gap words: [String], writesJSON: Bool) -> ExitStatus {
        do throws(GapQuestion.Misunderstanding) {
            let answer = GapAnswer(try GapQuestion(words))
            return show(writesJSON ? answer.json : answer.text) ?? .success
        } catch {
            let example = "dermaudit plan gap 0.1 power 0.8 base 0.3 groups 8 level 95%"
            notice("error: \(error.message)\n  help: for example `\(example)`")
            return .usage
        }
    }

    /// A session in a script's folder.
    private func session(
        for script: ScriptFile, options: RunOptions, models: any ModelProvider
    ) -> Session {
        var options = options
        options.folder = script.folder
        return Session(options: options, models: models, console: console, catalogue: catalogue)
    }

    /// Runs a program that may be run.
    private func finish(
        _ session: Session, _ program: CheckedProgram, _ script: ScriptFile, _ work: InterruptibleWork
    ) async -> ExitStatus {
        let outcome = await work.run { await session.run(program, source: script.source) }
        tell(outcome.failure.map { [$0] } ?? [], in: outcome.failureSource ?? script.source)
        tell(outcome)
        return outcome.exitCode
    }

    /// Writes a result; the status of a failure, nil when all went well.
    package func show(_ text: String) -> ExitStatus? {
        do {
            try console.result(text.trimmingLineEnd)
            return nil
        } catch {
            console.notice("error: \(error.diagnostic(at: SourceSpan(0, 0)).message)")
            return .runFailure
        }
    }

    /// The script at `path`; nil, with a message, when it cannot be read.
    package func read(_ path: String) -> ScriptFile? {
        do {
            return try ScriptFile(path: path)
        } catch {
            console.notice("error: \(error)")
            return nil
        }
    }

    /// The program of a script; nil, with the errors told, where it has some.
    func check(
        _ script: ScriptFile, definitions: [Definition], isPedantic: Bool = false
    ) -> CheckedProgram? {
        let result = Checker.check(
            source: script.source, catalogue: catalogue, schema: FolderSchema(folder: script.folder),
            definitions: definitions, isPedantic: isPedantic)
        tell(result.diagnostics, in: script.source)
        return result.program
    }

    /// Says something that is no result.
    func notice(_ text: String) {
        console.notice(text)
    }

    /// Writes diagnostics, if there are any.
    func tell(_ diagnostics: [Diagnostic], in source: Source) {
        if !diagnostics.isEmpty { console.notice(printer.text(diagnostics, in: source)) }
    }

    private func tell(_ outcome: RunOutcome) {
        if outcome.wasCancelled {
            console.notice("interrupted: finished images are kept, and the next run continues with them")
        }
        if let summary = outcome.gates.summary { console.notice(summary) }
    }
}
