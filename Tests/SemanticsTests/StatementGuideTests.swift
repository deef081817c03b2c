import Diagnostics
import Foundation
import Syntax
import Testing

@testable import Semantics

@Suite("The guide to the statements")
struct StatementGuideTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/language.md")

    static let words = StatementGuide.entries.map(\.word)

    @Test("every word that begins a statement has an entry, each once")
    func complete() {
        let words = Keyword.allCases.filter { $0.role == .statement }.map(\.rawValue)
        #expect(StatementGuide.entries.map(\.word).sorted() == words.sorted())
    }

    @Test("every entry has an example that uses the statement and passes", arguments: words)
    func examples(_ word: String) throws {
        let entry = try #require(StatementGuide.entry(word))
        let text = entry.word == "edition" ? entry.example : "edition 2026\n" + entry.example
        let result = Checker.check(source: Source(name: "example.audit", text: text), schema: GuideFiles())
        #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map { "\($0.code) \($0.message)" })")
        #expect(entry.example.contains(entry.word))
    }

    @Test("the examples stand as the formatter writes them", arguments: words)
    func formatted(_ word: String) throws {
        let entry = try #require(StatementGuide.entry(word))
        let source = Source(name: "example.audit", text: entry.example)
        #expect(Formatter.format(source) == entry.example + "\n")
    }

    @Test("every script of docs/language.md passes")
    func blocks() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let blocks = text.components(separatedBy: "```audit\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        let found = blocks.flatMap { block in
            Checker.check(source: Source(name: "page.audit", text: block), schema: GuideFiles())
                .diagnostics.filter { $0.code != "W1001" }.map { "\($0.code) \($0.message) in \(block)" }
        }
        #expect(blocks.count >= StatementGuide.entries.count + 4)
        #expect(found == [])
    }

    @Test("the statements and options in docs/language.md are made from the entries and the catalogue")
    func page() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let statements = StatementGuide.entries.map { $0.section + "\n" }.joined()
        var made = try Self.replacing("statements", in: text, by: statements)
        made = try Self.replacing("options", in: made, by: OptionGuide(.standard).text)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            return try made.write(to: Self.page.resolvingSymlinksInPath(), atomically: true, encoding: .utf8)
        }
        #expect(text == made)
    }

    /// The page with other text between the mark `From here to the next mark` before `End of the PART` and that.
    private static func replacing(_ part: String, in page: String, by text: String) throws -> String {
        let end = try #require(page.range(of: "<!-- End of the \(part). -->"))
        let start = try #require(
            page.range(of: "<!-- From here", options: .backwards, range: page.startIndex..<end.lowerBound))
        let head = try #require(page.range(of: "-->\n", range: start.upperBound..<end.lowerBound))
        return page[..<head.upperBound] + "\n" + text + "\n" + page[end.lowerBound...]
    }
}
