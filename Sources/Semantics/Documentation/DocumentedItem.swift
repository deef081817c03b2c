import Diagnostics

/// A declaration of a script as a page, or `doc`, tells of it.
package struct DocumentedItem: Sendable, Hashable {
    /// What it declares: `function`, `constant`, `cohort`.
    package let noun: String
    /// The name that it binds.
    package let name: String
    /// How it is called, or the statement as the formatter writes it.
    package let declaration: String
    /// What the checker knows of it, under labels: `values`, `m, f`.
    package let facts: [String]
    /// What its author wrote about it; for one that follows another without a line between, what was written about that.
    package let documentation: String?
    /// Whether it follows another of its kind without a line or a comment between, and is told of with it.
    package let continuesPrevious: Bool

    /// The item as a topic of `doc`.
    ///
    /// - Parameter place: the module or script that declares it.
    func topic(in place: String) -> DocumentedTopic {
        let full = "\(place).\(name)"
        let head = "\(full): \(noun)"
        let comment = documentation.map { DocComment($0).firstSentence } ?? ""
        return DocumentedTopic(
            .module, full, comment.isEmpty ? noun : comment,
            text: ([head, "", declaration] + (facts.isEmpty ? [] : [""] + facts)
                + (documentation.map { ["", $0] } ?? [])).joined(separator: "\n"),
            markdown: (["```dermaudit\n\(declaration)\n```"] + facts + [documentation].compactMap { $0 })
                .joined(separator: "\n\n"))
    }
}
