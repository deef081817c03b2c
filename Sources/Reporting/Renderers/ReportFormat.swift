/// The formats that a report can be exported to; the raw value is the extension of their files.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Aligned text.
    case text = "txt"
    /// Canonical JSON, after docs/schema/report-1.schema.json.
    case json
    /// Comma-separated values.
    case csv
    /// Markdown with tables.
    case markdown = "md"
    /// LaTeX with booktabs.
    case latex = "tex"
    /// One page of HTML that needs nothing else.
    case html
    /// JUnit XML: a case for each gate.
    case junit = "junit.xml"
    /// SARIF 2.1.0: a result for each gate that does not hold.
    case sarif

    /// The format of this name, as `export ... as NAME` writes it: its extension or what people call it.
    package init?(name: String) {
        switch name.lowercased() {
        case "txt", "text": self = .text
        case "json": self = .json
        case "csv": self = .csv
        case "md", "markdown": self = .markdown
        case "tex", "latex": self = .latex
        case "html", "htm": self = .html
        case "junit", "junit.xml": self = .junit
        case "sarif": self = .sarif
        default: return nil
        }
    }

    /// The format of a file by its name's extension; `.junit.xml` before `.xml`, which is JUnit too.
    package init?(path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if name.hasSuffix(".sarif.json") {
            self = .sarif
        } else if name.hasSuffix(".xml") {
            self = .junit
        } else {
            guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
            self.init(name: String(name[name.index(after: dot)...]))
        }
    }
}
