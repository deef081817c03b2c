import Foundation
import Testing

/// A text file beside the tests that holds what was once reviewed; `UPDATE_GOLDENS=1` rewrites it.
struct Golden {
    /// The file's name in `Goldens`.
    let name: String

    /// Checks a page of HTML but for its style, which is the same on each and is tested once.
    func check(page: String) throws {
        let style = /<style>[^<]*<\/style>/
        #expect(page.matches(of: style).count == 1)
        try check(page.replacing(style, with: "<style></style>"))
    }

    /// Records an issue where `text` differs from the file, with the first line that does.
    func check(_ text: String) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data(text.utf8).write(to: url)
        }
        let expected = try String(contentsOf: url, encoding: .utf8)
        let lines = zip(
            expected.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false))
        let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            text == expected,
            """
            \(name) differs in line \((difference?.offset ?? 0) + 1)
            expected \(difference.map { String($0.element.0) } ?? "another length")
            found    \(difference.map { String($0.element.1) } ?? "another length")
            """)
    }
}
