import Diagnostics

/// A declaration on a page of documentation, or several that are told of together.
package struct GuideEntry: Sendable, Hashable {
    /// The names that it declares; none for what stands under the section's title.
    package let names: [String]
    /// What stands in the script, as code; empty for none.
    package let code: String
    /// What else is known, in a few words each, laid out as a comment is.
    package let facts: [String]
    /// What the author wrote about it.
    package let comment: DocComment

    /// Tells of a declaration.
    package init(
        names: [String], code: String = "", facts: [String] = [], comment: DocComment = DocComment("")
    ) {
        self.names = names
        self.code = code
        self.facts = facts
        self.comment = comment
    }
}
