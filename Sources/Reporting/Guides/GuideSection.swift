/// Declarations of one kind on a page of documentation.
package struct GuideSection: Sendable, Hashable {
    /// What they are: `Functions`.
    package let title: String
    /// The declarations, in the order of the script.
    package let entries: [GuideEntry]

    /// Declarations under a title.
    package init(title: String, entries: [GuideEntry]) {
        (self.title, self.entries) = (title, entries)
    }
}
