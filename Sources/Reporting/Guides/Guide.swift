/// Documentation of several scripts: a page for each, and an index.
package struct Guide: Sendable {
    /// How pages are written.
    package enum Format: String, Sendable, CaseIterable {
        /// HTML that needs nothing else: no script, no network.
        case html
        /// GitHub-flavoured Markdown.
        case md
    }

    /// A page as a file.
    package struct File: Sendable, Hashable {
        /// Its name, without a folder.
        package let name: String
        /// Its text.
        package let text: String
    }

    /// What the index is called.
    let title: String
    /// The program and its version.
    let tool: String
    /// The pages, in the order of the index.
    let pages: [GuidePage]

    /// Documentation under a title.
    package init(title: String, tool: String, pages: [GuidePage]) {
        self.title = title
        self.tool = tool
        self.pages = pages
    }

    /// The index, then a file for each page.
    package func files(_ format: Format) throws(ReportingError) -> [File] {
        switch format {
        case .html: try GuideHTML(guide: self).files
        case .md: GuideMarkdown(guide: self).files
        }
    }

    /// The name of a page's file.
    static func file(_ stem: String, _ format: Format) -> String { "\(stem).\(format.rawValue)" }

    /// The index's name without its extension; no page has it.
    package static let indexName = "index"
}
