/// What `dermaudit explain` tells about a code: what it means, why it matters, a script that gives it and one that does not.
public struct CodeEntry: Sendable, Hashable {
    /// The code.
    public let code: DiagnosticCode
    /// What it means, in a few words.
    public let title: String
    /// Why it is one and what to do, in a few sentences.
    public let explanation: String
    /// A script that gives it; nil where none can.
    public let wrong: String?
    /// The same script set right.
    public let right: String?

    /// Explains a code.
    package init(
        _ code: DiagnosticCode, _ title: String, _ explanation: String, wrong: String? = nil,
        right: String? = nil
    ) {
        self.code = code
        self.title = title
        self.explanation = explanation
        self.wrong = wrong
        self.right = right
    }

    /// The explanation for a terminal; several lines, each with its line break.
    public var text: String {
        var text = "\(code): \(title)\n\n\(explanation)\n"
        if let wrong { text += "\nGives it:\n\n" + Self.indented(wrong) }
        if let right { text += "\nDoes not:\n\n" + Self.indented(right) }
        return text
    }

    /// The entry as a section of Markdown.
    package var markdown: String {
        var text = "\n## \(code): \(title)\n\n\(explanation)\n"
        if let wrong { text += "\nGives it:\n\n" + Self.indented(wrong) }
        if let right { text += "\nDoes not:\n\n" + Self.indented(right) }
        return text
    }

    private static func indented(_ script: String) -> String {
        script.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "\n" : "    \($0)\n"
        }.joined()
    }
}
