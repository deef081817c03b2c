import Foundation
import Testing

@Suite("The grammar of docs/language.md")
struct GrammarTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The rules of the page: `name = ... ;` in its blocks of EBNF.
    private static func written() throws -> [String] {
        let page = try String(contentsOf: root.appending(path: "docs/language.md"), encoding: .utf8)
        return page.components(separatedBy: "```ebnf\n").dropFirst().flatMap { block in
            block.components(separatedBy: "```")[0].components(separatedBy: " ;\n").map(normalised)
        }.filter { !$0.isEmpty }
    }

    /// The rules of the parser: `name = ...` between backquotes in the doc comments of its functions.
    private static func parsed() throws -> [String] {
        let folder = root.appending(path: "Sources").resolvingSymlinksInPath()
            .appending(path: "Syntax/Parsing")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasPrefix("Parser") }
        return try files.flatMap { file in
            let comments = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
                .map { $0.trimmingCharacters(in: .whitespaces) }
                .map { $0.hasPrefix("///") ? String($0.dropFirst(3)) : "`" }
            return comments.joined(separator: " ").matches(of: /`([a-z]+ = [^`]+)`/)
                .map { normalised(String($0.1)) }
        }
    }

    private static func normalised(_ rule: String) -> String {
        rule.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test("every rule of the parser stands in the page, word for word, and the other way round")
    func rules() throws {
        let (written, parsed) = (try Self.written(), try Self.parsed())
        #expect(Set(parsed).subtracting(written) == [])
        #expect(Set(written).subtracting(parsed) == [])
        #expect(written.count > 60)
    }

    @Test("every rule has one name, and every name that a rule uses has a rule")
    func names() throws {
        let rules = try Self.written()
        let names = rules.map { $0.components(separatedBy: " = ")[0] }
        #expect(names.count == Set(names).count)
        let used = rules.flatMap { rule in
            let right = rule.components(separatedBy: " = ").dropFirst().joined()
            return right.replacing(/"[^"]*"/, with: " ").matches(of: /[a-z]+/).map { String($0.0) }
        }
        #expect(Set(used).subtracting(names) == [])
        #expect(Set(names).subtracting(used) == ["script", "interpolation"])
    }
}
