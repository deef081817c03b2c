import Diagnostics
import Semantics
import TestSupport
import Testing

@testable import Syntax

@Suite("Properties of the parser and the formatter")
struct PropertyTests {
    @Test("tokens and what is between them are the source, byte for byte", arguments: GoldenCase.all)
    func lossless(_ golden: GoldenCase) {
        let lexed = Lexer.lex(Source(name: "case", text: golden.source))
        var bytes: [UInt8] = []
        for (index, token) in lexed.tokens.enumerated() {
            bytes += lexed.source.bytes[lexed.trivia(before: index)]
            bytes += lexed.source.bytes[Int(token.start)..<Int(token.end)]
        }
        #expect(bytes == lexed.source.bytes)
    }

    @Test("formatting twice changes nothing more", arguments: GoldenCase.all)
    func idempotent(_ golden: GoldenCase) throws {
        guard let once = Formatter.format(Source(name: "case", text: golden.source)) else { return }
        #expect(try #require(Formatter.format(Source(name: "case", text: once))) == once)
    }

    @Test("a formatted script means the same and keeps its comments", arguments: GoldenCase.all)
    func sameMeaning(_ golden: GoldenCase) throws {
        let source = Source(name: "case", text: golden.source)
        guard let text = Formatter.format(source) else { return }
        let before = Parser.parse(source)
        let after = Parser.parse(Source(name: "case", text: text))
        #expect(after.diagnostics.isEmpty)
        #expect(TreeDump.text(after) == TreeDump.text(before))
        #expect(Comment.all(in: after.lexed).map(\.text) == Comment.all(in: before.lexed).map(\.text))
    }

    @Test(
        "blocks of text mean the same when formatted, whatever their line breaks",
        arguments: ["  a\r\n\r\n  b\r\n", "  a\r\r\n  b\n", "  a\n\n \n  b\n  ", "\ta \r\n\r\r\r\n\tb"])
    func blockLineBreaks(_ block: String) throws {
        let source = Source(name: "case", text: "let t = \"\"\"\n\(block)\"\"\"\n")
        let once = try #require(Formatter.format(source))
        let again = Source(name: "case", text: once)
        #expect(Formatter.format(again) == once)
        #expect(TreeDump.text(Parser.parse(again)) == TreeDump.text(Parser.parse(source)))
    }

    @Test("safe edits mend what they are proposed for", arguments: GoldenCase.all)
    func safeEdits(_ golden: GoldenCase) throws {
        let source = Source(name: "case.audit", text: golden.source)
        let found = Checker.check(source: source, schema: CaseSchema()).diagnostics
        let mended = found.filter { !$0.edits.isEmpty && $0.edits.allSatisfy { $0.applicability == .safe } }
        guard !mended.isEmpty else { return }
        let after = try #require(source.applying(mended.flatMap(\.edits)))
        let left = Checker.check(source: after, schema: CaseSchema()).diagnostics
        let repeated = left.filter { !$0.edits.isEmpty && $0.edits.allSatisfy { $0.applicability == .safe } }
        #expect(repeated.count < mended.count, "\(String(decoding: after.bytes, as: UTF8.self))")
        #expect(left.count <= found.count, "\(left.map(\.message))")
    }

    @Test("every beginning of a case is read without a trap", arguments: GoldenCase.all)
    func truncation(_ golden: GoldenCase) {
        let bytes = Array(golden.source.utf8)
        for length in 0...bytes.count {
            let script = Parser.parse(Source(name: "case", bytes: Array(bytes.prefix(length))))
            #expect(script.lexed.tokens.last?.kind == .end)
            if length.isMultiple(of: 23) { survive(Array(bytes.prefix(length))) }
        }
    }

    @Test("changed bytes are checked without a trap", arguments: GoldenCase.all)
    func mutation(_ golden: GoldenCase) {
        var random = Mutations(seed: UInt64(golden.name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        for _ in 0..<10 { survive(random.mutate(Array(golden.source.utf8))) }
    }

    @Test("noise is checked without a trap", arguments: 0..<20)
    func noise(_ seed: UInt64) {
        var random = Mutations(seed: seed)
        survive((0..<4_000).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        survive(random.marks(4_000))
    }

    /// Runs everything that reads bytes.
    private func survive(_ bytes: [UInt8]) {
        let source = Source(name: "case", bytes: bytes)
        let result = Checker.check(source: source, schema: CaseSchema(), isPedantic: true)
        let text = TerminalRenderer(usesColor: true).render(result.diagnostics, in: source)
        #expect(text.isEmpty == result.diagnostics.isEmpty)
        _ = JSONRenderer().render(result.diagnostics, in: source)
        _ = Formatter.format(source)
        _ = Completer.completions(for: String(decoding: bytes, as: UTF8.self), at: bytes.count)
        _ = Parser.isIncomplete(String(decoding: bytes, as: UTF8.self))
    }
}
