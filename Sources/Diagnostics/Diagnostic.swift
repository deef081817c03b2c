/// Something to tell the author of a script: what was found, where, and what would work.
///
/// A user's mistake is a value of this type, collected and never thrown. The wording is lower case and without blame.
public struct Diagnostic: Sendable, Hashable {
    /// Which kind it is; `dermaudit explain` tells more about it.
    public let code: DiagnosticCode
    /// How much it matters; follows from the code's letter.
    public var severity: Severity { code.severity }
    /// One line: what was found.
    public let message: String
    /// The bytes meant, with the words written under them.
    public var primary: Label
    /// Other bytes that matter, underlined with dashes.
    public var secondary: [Label]
    /// Facts, one line each.
    public var notes: [String]
    /// Ways out, one line each.
    public var helps: [String]
    /// Changes that an editor may offer.
    public var edits: [Edit]

    /// Describes a finding at `span`, with `label` under it.
    public init(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, label: String = "",
        secondary: [Label] = [],
        notes: [String] = [], helps: [String] = [], edits: [Edit] = []
    ) {
        self.code = code
        self.message = message
        self.primary = Label(span, label)
        self.secondary = secondary
        self.notes = notes
        self.helps = helps
        self.edits = edits
    }
}
