import Diagnostics

/// Turns diagnostics into the text that a command writes to standard error.
package struct DiagnosticPrinter: Sendable {
    private let writesJSON: Bool
    private let usesColor: Bool

    /// - Parameters:
    ///   - writesJSON: one object a line, for programs.
    ///   - usesColor: terminal colours, in the text for people.
    package init(writesJSON: Bool = false, usesColor: Bool = false) {
        self.writesJSON = writesJSON
        self.usesColor = usesColor
    }

    /// The diagnostics as text without a line feed at its end; empty when there are none.
    package func text(_ diagnostics: [Diagnostic], in source: Source) -> String {
        let text =
            writesJSON
            ? Diagnostics.JSONRenderer().render(diagnostics, in: source)
            : TerminalRenderer(usesColor: usesColor).render(diagnostics, in: source)
        return text.trimmingLineEnd
    }
}
