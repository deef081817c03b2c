/// What there is to say about a statement of the language.
package struct StatementEntry: Sendable, Hashable {
    /// The word that it begins with.
    package let word: String
    /// How it is written, in the notation of the grammar.
    package let form: String
    /// What it does, in a sentence or two.
    package let summary: String
    /// A script that uses it and runs as it stands, or passes `check` where it needs files.
    package let example: String
    /// What else to know; one text a paragraph.
    package let notes: [String]

    init(
        _ word: String, form: String, _ summary: String, example: String, notes: [String] = []
    ) {
        self.word = word
        self.form = form
        self.summary = summary
        self.example = example
        self.notes = notes
    }

    /// The entry for a terminal.
    package var text: String {
        let example = example.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }
        return
            (["\(word): \(summary)", "", form, "", "for example", ""] + example + notes.flatMap { ["", $0] })
            .joined(separator: "\n")
    }

    /// The entry as a section of docs/language.md.
    package var section: String {
        let form = form.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        return """
            ### `\(word)`

            \(summary)

            \(form.joined(separator: "\n"))

            ```audit
            \(example)
            ```
            \(notes.map { "\n\($0)\n" }.joined())
            """
    }
}
