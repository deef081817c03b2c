/// All codes that the program can give, in order.
public enum CodeRegistry {
    /// The entries, by code.
    public static let entries: [CodeEntry] =
        lexical + syntactic + names + types + needs + plans + runTime + lint

    /// What there is to say about a code, in any case of letters.
    public static func entry(_ code: String) -> CodeEntry? {
        entries.first { $0.code.description == code.uppercased() }
    }

    /// The code nearest to one that does not exist.
    public static func nearest(to code: String) -> String? {
        Suggestion.nearest(to: code, among: entries.map(\.code.description))
    }

    /// All entries as a page of Markdown; `UPDATE_GOLDENS=1` writes it to docs/errors.md.
    package static var page: String {
        let head = """
            # Codes

            Every message of Dermaudit has a stable code; `dermaudit explain CODE` prints its entry. This page is made from the
            same entries, and a test runs their examples.

            """
        return head + entries.map(\.markdown).joined()
    }
}
