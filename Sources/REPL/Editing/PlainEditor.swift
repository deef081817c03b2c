/// Reads lines from standard input without any editing: for pipes and for `TERM=dumb`.
package final class PlainEditor: LineEditor {
    package let isInteractive: Bool
    private let prompt: (String) -> Void

    /// - Parameter prompt: writes a prompt; called only when `isInteractive`.
    package init(isInteractive: Bool, prompt: @escaping (String) -> Void) {
        self.isInteractive = isInteractive
        self.prompt = prompt
    }

    package func line(prompt text: String) -> LineInput {
        if isInteractive { prompt(text) }
        guard let line = readLine(strippingNewline: true) else { return .end }
        return .line(line)
    }

    package func remember(_ entry: String) {}

    package func setCompletion(_ complete: @escaping (CompletionRequest) -> [LineCompletion]) {}

    package func close() {}
}
