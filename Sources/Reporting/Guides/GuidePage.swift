import Diagnostics

/// The documentation of one script or module.
package struct GuidePage: Sendable, Hashable {
    /// What scripts call it behind `use`, or its path.
    package let name: String
    /// The statement that takes it over.
    package let use: String
    /// What its author wrote at its head.
    package let comment: DocComment
    /// A sentence for the index.
    package let summary: String
    /// What it declares, by kind.
    package let sections: [GuideSection]
    /// The names of its files, without the extension.
    package let file: String

    /// Documents a script.
    package init(
        name: String, use: String, comment: DocComment, summary: String, sections: [GuideSection],
        file: String
    ) {
        self.name = name
        self.use = use
        self.comment = comment
        self.summary = summary
        self.sections = sections
        self.file = file
    }
}
