import Foundation
import Syntax
import Testing

@testable import Semantics

/// The word lists of docs/editors are those of the language, so that they cannot fall behind it.
@Suite("Highlighting")
struct HighlightingTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/editors")

    /// The lists: their name in the TextMate grammar, that in the lexer for Pygments, and the words of the language.
    private static let lists: [(grammar: String, lexer: String, words: [String])] = [
        ("statement", "STATEMENTS", keywords { $0.role != .inner }),
        ("clause", "CLAUSES", keywords { $0.role == .inner && !constants.contains($0.rawValue) }),
        ("constant", "CONSTANTS", constants),
        ("metric", "METRICS", Catalogue.standard.metrics.flatMap { [$0.name] + $0.aliases }),
    ]

    private static let constants = ["true", "false", "unknown"]

    private static func keywords(_ isWanted: (Keyword) -> Bool) -> [String] {
        Keyword.allCases.filter(isWanted).map(\.rawValue)
    }

    @Test("the TextMate grammar knows the words of the language", arguments: lists)
    func grammar(name: String, lexer: String, words: [String]) throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("dermaudit.tmLanguage.json"))
        let grammar = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rules = try #require(grammar["repository"] as? [String: [String: Any]])
        let match = try #require(rules[name]?["match"] as? String)
        let list = try #require(match.firstMatch(of: /\(\?:([^)]*)\)\\b$/)?.1)
        #expect(list.split(separator: "|").map(String.init) == words)
    }

    @Test("the lexer for Pygments knows the words of the language", arguments: lists)
    func pygments(grammar: String, name: String, words: [String]) throws {
        let file = Self.folder.appendingPathComponent("pygments/dermaudit_lexer.py")
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: "\n\(name) = (\n"))
        let list = text[start.upperBound...].prefix { $0 != ")" }
        #expect(list.matches(of: /"(\w+)"/).map { String($0.1) } == words)
    }
}
