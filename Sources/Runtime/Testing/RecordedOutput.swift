import Provenance

/// What the tests of a script printed when it was last looked at: a file beside the script, `bands.audit` and
/// `bands.expected.md`, with a section for each test.
///
/// A test whose title has a section must print the same; `dermaudit test --update` writes the sections anew.
struct RecordedOutput {
    private static let fence = "````"

    /// The output of each test, in the order of the file.
    private(set) var sections: [(title: String, text: String)] = []

    /// The file of a script.
    static func path(of script: String) -> String {
        (script.hasSuffix(".audit") ? String(script.dropLast(6)) : script) + ".expected.md"
    }

    /// Nothing recorded.
    init() {}

    /// Reads sections: `## TITLE`, and the output between two lines of four backquotes.
    init(_ text: String) {
        var title: String?
        var lines: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = lines, let name = title {
                guard line == Self.fence else {
                    lines = open + [line]
                    continue
                }
                sections.append((name, open.joined(separator: "\n")))
                (title, lines) = (nil, nil)
            } else if line.hasPrefix("## ") {
                title = String(line.dropFirst(3))
            } else if line == Self.fence, title != nil {
                lines = []
            }
        }
    }

    /// The output of the test of this title; nil where none is recorded.
    subscript(title: String) -> String? {
        sections.first { $0.title == title }?.text
    }

    /// Records the output of a test.
    mutating func append(_ title: String, _ text: String) {
        sections.append((title, text))
    }

    /// The file.
    func text(of script: String) -> String {
        let name = script.split(separator: "/").last ?? ""
        let head = "# What the tests of \(name) print\n\nWritten by `dermaudit test --update`.\n"
        return head
            + sections.map { "\n## \($0.title)\n\n\(Self.fence)\n\($0.text)\n\(Self.fence)\n" }.joined()
    }

    /// An output without what changes with every edit of the script: its hash.
    static func comparable(_ results: [String]) -> String {
        results.joined(separator: "\n").replacing(/, script [0-9a-f]{12}\b/, with: "")
    }
}
