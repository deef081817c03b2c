import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension ReadEvalLoop {
    /// A loop on standard input: with GNU readline where a person types at a terminal that can be edited on.
    ///
    /// - Parameter stateFolder: where the history is kept; nil keeps none.
    package convenience init(
        options: RunOptions, models: any ModelProvider, console: any RunConsole, printer: DiagnosticPrinter,
        work: InterruptibleWork, stateFolder: String?
    ) {
        let isTerminal = isatty(STDIN_FILENO) == 1
        let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
        let path = isTerminal ? stateFolder.map { $0 + "/history" } : nil
        let history = path.map { InputHistory(path: $0) } ?? InputHistory()
        let editor: any LineEditor =
            isTerminal && !isDumb
            ? ReadlineEditor(history: history.entries)
            : PlainEditor(isInteractive: isTerminal) { prompt in console.prompt(prompt) }
        self.init(
            editor: editor, history: history, historyPath: path, options: options, models: models,
            console: console, printer: printer, work: work)
    }
}
