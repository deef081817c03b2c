/// What is said about a word.
struct Hover: Encodable {
    /// Text in Markdown.
    struct Markup: Encodable {
        /// The language of the text.
        let kind = "markdown"
        /// The text.
        let value: String
    }

    /// What is said.
    let contents: Markup
    /// The word.
    let range: TextRange
}
