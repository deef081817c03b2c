import Diagnostics
import Foundation
import Semantics
import Testing

@Suite("The registry of codes")
struct RegistryTests {
    @Test("an entry's wrong script gives its code, the right one does not", arguments: CodeRegistry.entries)
    func examples(_ entry: CodeEntry) {
        if let wrong = entry.wrong { #expect(codes(wrong).contains(entry.code), "\(wrong)") }
        if let right = entry.right { #expect(!codes(right).contains { $0.severity == .error }, "\(right)") }
        if let right = entry.right { #expect(!codes(right).contains(entry.code), "\(right)") }
    }

    @Test("every code in the sources has an entry, each once")
    func complete() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        let known = CodeRegistry.entries.map(\.code.description)
        #expect(Set(known).count == known.count)
        #expect(known == known.sorted { Self.order($0) < Self.order($1) })
        for folder in ["Syntax", "Semantics", "Runtime", "REPL"] {
            let files = FileManager.default.enumerator(
                at: root.appending(path: folder).resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
            for case let file as URL in files ?? FileManager.DirectoryEnumerator()
            where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /"([EWN][0-9]{4})"/) {
                    #expect(known.contains(String(match.1)), "\(file.lastPathComponent)")
                }
            }
        }
    }

    /// Errors by number, then notes and warnings.
    private static func order(_ code: String) -> String {
        (code.hasPrefix("E") ? "0" : code.hasPrefix("N") ? "1" : "2") + code
    }

    @Test("a code is found in any case of letters, and the nearest to one that does not exist")
    func lookUp() {
        #expect(CodeRegistry.entry("e0303")?.title == "a metric that does not exist")
        #expect(CodeRegistry.entry("E9999") == nil)
        #expect(CodeRegistry.nearest(to: "E303") == "E0303")
    }

    @Test("the page of codes in the documentation is made from the entries")
    func page() throws {
        let page = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/errors.md")
        let text = CodeRegistry.page
        if GoldenCase.updates { return try text.write(to: page, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: page, encoding: .utf8) == text)
    }

    private func codes(_ text: String) -> [DiagnosticCode] {
        let source = Source(name: "case.audit", text: text + "\n")
        return Checker.check(source: source, schema: CaseSchema()).diagnostics.map(\.code)
    }
}
