/// `help dp`, `help E0302`, `help "report"`.
package struct HelpStatement: Sendable, Hashable {
    /// What is asked about.
    package enum Topic: Sendable, Hashable {
        /// A text in quotes.
        case text(StringLiteral)
        /// A name, a code or any word of the language.
        case path(NamePath)
    }

    /// What is asked about; nil asks for an overview.
    package let topic: Topic?
}
