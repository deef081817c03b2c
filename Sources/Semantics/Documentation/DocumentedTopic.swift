/// What there is to say about one word, for a terminal and as Markdown.
package struct DocumentedTopic: Sendable, Hashable {
    /// Something that is so, under a label.
    struct Fact: Sendable, Hashable {
        /// What it is about: `values`.
        let label: String
        /// For a terminal.
        let text: String
        /// As Markdown.
        let markdown: String

        /// A fact in words.
        init(_ label: String, _ text: String, markdown: String? = nil) {
            (self.label, self.text) = (label, text)
            self.markdown = markdown ?? text
        }

        /// A list of names.
        init(_ label: String, names: [String]) {
            self.init(
                label, names.joined(separator: ", "),
                markdown: names.map { "`\($0)`" }.joined(separator: ", "))
        }
    }

    /// What it is.
    package let kind: TopicKind
    /// The word.
    package let name: String
    /// What it is, in one line.
    package let summary: String
    /// All of it, as lines for a terminal.
    package let text: String
    /// All of it, as Markdown.
    package let markdown: String
    /// What is told under labels; empty for a word with texts of its own.
    let facts: [Fact]

    /// A word with texts of its own.
    init(
        _ kind: TopicKind, _ name: String, _ summary: String, text: String, markdown: String,
        facts: [Fact] = []
    ) {
        self.kind = kind
        self.name = name
        self.summary = summary
        self.text = text
        self.markdown = markdown
        self.facts = facts
    }

    /// A word about which facts are told; those without words are left out.
    ///
    /// - Parameter owner: what it belongs to, behind what it is: `(report)`.
    init(
        _ kind: TopicKind, _ name: String, _ summary: String, facts: [Fact] = [], lines: [String] = [],
        owner: String = ""
    ) {
        let told = facts.filter { !$0.text.isEmpty }
        let place = owner.isEmpty ? "" : " (\(owner))"
        let text = ["\(name): \(summary)\(place)"] + told.map { "\($0.label): \($0.text)" } + lines
        let list = told.map { "\n- **\($0.label):** \($0.markdown)" }.joined()
        self.init(
            kind, name, summary, text: text.joined(separator: "\n"),
            markdown: "\(kind.noun) `\(name)`: \(summary)\(place)" + (list.isEmpty ? "" : "\n" + list),
            facts: told)
    }
}
