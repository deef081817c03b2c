import Diagnostics

extension Analysis {
    /// Everything that was found, as the editor shows it.
    var diagnostics: [PublishedDiagnostic] { result.diagnostics.map(published) }

    /// A finding as the editor shows it.
    func published(_ diagnostic: Diagnostic) -> PublishedDiagnostic {
        PublishedDiagnostic(
            range: text.range(of: diagnostic.primary.span), severity: Self.number(diagnostic.severity),
            code: diagnostic.code.description, message: Self.message(diagnostic),
            relatedInformation: diagnostic.secondary.map { label in
                PublishedDiagnostic.Related(
                    location: Location(uri: uri, range: text.range(of: label.span)),
                    message: label.text.isEmpty ? "see here" : label.text)
            })
    }

    private static func number(_ severity: Severity) -> Int {
        switch severity {
        case .error: 1
        case .warning: 2
        case .note: 3
        }
    }

    /// The message, the words under it, notes and ways out, a line each.
    private static func message(_ diagnostic: Diagnostic) -> String {
        let label = diagnostic.primary.text
        let lines =
            [diagnostic.message + (label.isEmpty ? "" : ": \(label)")]
            + diagnostic.notes.map { "note: \($0)" } + diagnostic.helps.map { "help: \($0)" }
        return lines.joined(separator: "\n")
    }
}
