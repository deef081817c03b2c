import Diagnostics
import Provenance
import Runtime
import Semantics
import Syntax

/// Reads statements from a line editor, runs each, and remembers those that succeeded.
package final class ReadEvalLoop {
    let editor: any LineEditor
    let session: Session
    let console: any RunConsole
    let printer: DiagnosticPrinter
    private let work: InterruptibleWork
    let catalogue: Catalogue
    let folder: String
    private(set) var environment = CheckEnvironment(allowsRebinding: true)
    private var history: InputHistory
    private let historyPath: String?
    /// The statements that succeeded, as written.
    private var succeeded: [String] = []
    /// What was before each entry that succeeded: its names, and how many statements had.
    private var earlier: [(environment: CheckEnvironment, count: Int)] = []
    /// How long the last entry took to run; nil before the first.
    private var lastDuration: Duration?
    /// The lines of an entry whose brackets are still open.
    private var unfinished = ""
    /// How many entries were read, for the names of sources in messages.
    private var entryCount = 0

    /// A loop that reads from `editor`.
    ///
    /// - Parameter historyPath: where typed lines are kept; nil keeps none.
    package init(
        editor: any LineEditor, history: InputHistory, historyPath: String?, options: RunOptions,
        models: any ModelProvider, console: any RunConsole, printer: DiagnosticPrinter,
        work: InterruptibleWork, catalogue: Catalogue = .standard
    ) {
        self.editor = editor
        self.history = history
        self.historyPath = historyPath
        self.console = console
        self.printer = printer
        self.work = work
        self.catalogue = catalogue
        folder = options.folder
        session = Session(options: options, models: models, console: console, catalogue: catalogue)
    }

    /// Reads and runs until the input ends or `:quit`.
    ///
    /// - Parameter script: the path of a script whose statements are run first.
    package func run(loading script: String?) async -> ExitStatus {
        defer { editor.close() }
        editor.setCompletion { [unowned self] in completions($0) }
        if editor.isInteractive {
            console.notice("\(Tool.name) (edition 2026). :help for help, Ctrl-D to leave.")
        }
        if let script { await load(script) }
        var status = ExitStatus.success
        while let entry = nextEntry() {
            remember(entry)
            if entry.hasPrefix(":") {
                guard await execute(MetaCommand.request(entry)) else { break }
            } else {
                entryCount += 1
                status = await evaluate(Source(name: "<\(entryCount)>", text: entry))
            }
        }
        return editor.isInteractive ? .success : status
    }

    /// The next entry that is not blank: one line, or several while brackets are open; nil at the end of input.
    private func nextEntry() -> String? {
        var text = ""
        defer { unfinished = "" }
        while true {
            unfinished = text.isEmpty ? "" : text + "\n"
            switch editor.line(prompt: text.isEmpty ? "> " : ". ") {
            case .end:
                return text.isEmpty ? nil : text
            case .cancelled:
                text = ""
            case .line(let line):
                text += text.isEmpty ? line : "\n" + line
                if text.allSatisfy(\.isWhitespace) { text = "" }
                let isWhole = text.hasPrefix(":") || !Parser.isIncomplete(text)
                if !text.isEmpty && isWhole { return text }
            }
        }
    }

    /// Checks and runs statements; those that fail leave no names behind.
    private func evaluate(_ source: Source) async -> ExitStatus {
        let result = check(source)
        tell(result.diagnostics, in: source)
        guard let program = result.program else { return .scriptErrors }
        guard let (outcome, duration) = await execute(program, source) else { return .overBudget }
        lastDuration = duration
        if outcome.wasCancelled { console.notice("stopped; finished images are kept") }
        guard outcome.failure == nil, !outcome.wasCancelled else { return outcome.exitCode }
        earlier.append((environment, succeeded.count))
        environment = result.environment
        succeeded += program.texts
        for statement in program.statements {
            if let line = Announcement.text(of: statement.action) { console.notice(line) }
        }
        return outcome.exitCode
    }

    /// Checks a text as if it were typed now.
    func check(_ source: Source) -> CheckResult {
        Checker.check(
            source: source, catalogue: catalogue, schema: FolderSchema(folder: folder),
            environment: environment)
    }

    /// Runs a statement that is not of the session: it binds nothing and is not saved.
    ///
    /// - Returns: whether it ran to its end.
    func runUnsaved(_ source: Source) async -> Bool {
        let result = check(source)
        guard let program = result.program else {
            tell(result.diagnostics.filter { $0.severity == .error }, in: source)
            return false
        }
        guard let (outcome, _) = await execute(program, source) else { return false }
        return outcome.failure == nil && !outcome.wasCancelled
    }

    /// Runs a program that may be run, and tells what stopped it; nil where it may not.
    private func execute(
        _ program: CheckedProgram, _ source: Source
    ) async -> (outcome: RunOutcome, duration: Duration)? {
        guard await mayRun(program, source) else { return nil }
        let session = session
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = await work.run { await session.run(program, source: source) }
        if let failure = outcome.failure { tell([failure], in: outcome.failureSource ?? source) }
        return (outcome, clock.now - start)
    }

    /// Whether a program is within its budget and memory, and, where it takes longer than `set ask` says, wanted.
    private func mayRun(_ program: CheckedProgram, _ source: Source) async -> Bool {
        guard !Demand(program).images.isEmpty else { return true }
        let plan = await session.plan(program, source: source)
        if let finding = plan.finding {
            tell([finding], in: source)
            return false
        }
        guard let value = plan.value, editor.isInteractive, value.seconds > program.settings.ask else {
            return true
        }
        console.notice(String(value.text.dropLast()))
        guard case .line(let answer) = editor.line(prompt: "run it? [y/N] ") else { return false }
        let isWanted = ["y", "yes"].contains(answer.lowercased())
        if !isWanted { console.notice("not run; `set ask 1h` asks from an hour on") }
        return isWanted
    }

    private func load(_ path: String) async {
        do {
            let script = try ScriptFile(path: path)
            _ = await evaluate(script.source)
        } catch {
            console.notice("error: \(error)")
        }
    }

    /// Executes a meta command; false ends the loop.
    private func execute(_ request: MetaCommand.Request) async -> Bool {
        switch request {
        case .unclear(let word, let candidates):
            console.notice("`:\(word)` is not one command; there are \(candidates.joined(separator: " "))")
        case .command(.help, let topic) where topic.isEmpty:
            console.notice(MetaCommand.allCases.map { "  " + $0.summary }.joined(separator: "\n"))
        case .command(.help, let topic), .command(.doc, let topic): explain(topic)
        case .command(.vars, _): showNames()
        case .command(.type, let text): tellType(of: text)
        case .command(.plan, let text): await plan(text)
        case .command(.cells, let name): showCells(of: name)
        case .command(.show, let text): await show(text)
        case .command(.time, _): showTime()
        case .command(.undo, _): undo()
        case .command(.set, let text): _ = await evaluate(Source(name: "<:set>", text: "set " + text))
        case .command(.save, let path): save(to: path)
        case .command(.load, let path): await load(path)
        case .command(.quit, _): return false
        }
        return true
    }

    private func showTime() {
        guard let lastDuration else { return console.notice("nothing was run yet") }
        let seconds = lastDuration / .seconds(1)
        console.notice(seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : Quantity.duration(seconds))
    }

    /// Takes back the last entry that succeeded: its names end, and `:save` leaves it out. What it made is kept.
    private func undo() {
        guard let before = earlier.popLast() else { return console.notice("there is nothing to take back") }
        let taken = succeeded.suffix(succeeded.count - before.count)
        environment = before.environment
        succeeded.removeLast(taken.count)
        console.notice("took back: " + taken.joined(separator: "; "))
    }

    private func showNames() {
        for name in environment.names {
            guard let binding = environment.binding(of: name) else { continue }
            console.notice("  " + binding.description(named: name))
        }
    }

    private func save(to path: String) {
        guard !path.isEmpty else { return console.notice(":save needs the name of a file") }
        let script = (["edition 2026"] + succeeded).joined(separator: "\n") + "\n"
        do {
            let text = Formatter.format(Source(name: path, text: script)) ?? script
            try HostFile.save(text, to: HostFile.path(path, from: folder))
            console.notice("wrote \(succeeded.count) statements to `\(path)`")
        } catch {
            console.notice("error: \(error)")
        }
    }

    private func remember(_ entry: String) {
        guard editor.isInteractive else { return }
        editor.remember(entry)
        history.append(entry)
        guard let historyPath else { return }
        // A history that cannot be kept is not worth a message after every line.
        try? history.save(to: historyPath)
    }

    /// The lines before the cursor's and the line itself decide what may stand there.
    private func completions(_ request: CompletionRequest) -> [LineCompletion] {
        if unfinished.isEmpty, request.text.hasPrefix(":") { return metaCompletions(request) }
        let text = unfinished + request.text
        let found = Completer.completions(
            for: text, at: text.utf8.count, catalogue: catalogue, session: environment.names,
            attributes: environment.attributes)
        return found.flatMap { completion -> [LineCompletion] in
            guard completion.kind == .file else { return [LineCompletion(completion.text)] }
            let files = FileCompletion(folder: folder).paths(startingWith: completion.text)
            let before = completion.text.utf8.count - (request.text.utf8.count - request.wordStart)
            return files.map {
                LineCompletion(String(decoding: $0.utf8.dropFirst(max(0, before)), as: UTF8.self))
            }
        }
    }

    func tell(_ diagnostics: [Diagnostic], in source: Source) {
        if !diagnostics.isEmpty { console.notice(printer.text(diagnostics, in: source)) }
    }
}
