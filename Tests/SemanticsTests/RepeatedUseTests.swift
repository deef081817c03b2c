import Diagnostics
import Testing

@testable import Semantics

/// Files that each use the next one ten times over, under ten aliases.
private struct Bomb: SchemaProvider {
    func exists(_ path: String) -> Bool { true }
    func columns(of path: String) throws(SchemaError) -> [String] { [] }
    func script(at path: String) throws(SchemaError) -> [UInt8] {
        let number = Int(path.split(separator: ".")[0]) ?? 0
        return Array((0..<10).map { "use \"\(number + 1).audit\" as a\($0)\n" }.joined().utf8)
    }
}

@Suite("Files that use others many times")
struct RepeatedUseTests {
    @Test("files that use each other many times over end with an error")
    func bomb() {
        let source = Source(name: "t", text: "edition 2026\nuse \"1.audit\"\n")
        let found = Checker.check(source: source, schema: Bomb()).diagnostics
        #expect(found.map(\.code) == ["E0318"])
    }

    @Test("a file that is used twice under one name is taken once, under two names twice")
    func twice() throws {
        let text = "edition 2026\nuse \"a\"\nuse \"a\"\nuse \"a\" as b\nuse \"a\" as b\nprint x, b.x"
        let result = Checker.check(source: Source(name: "t", text: text), schema: OneFile())
        #expect(result.diagnostics.isEmpty)
        #expect(result.environment.names == ["b.x", "x"])
        #expect(result.index.uses(of: BindingPlace(file: "a", span: SourceSpan(4, 5))).count == 2)
    }
}

/// A file that binds `x`.
private struct OneFile: SchemaProvider {
    func exists(_ path: String) -> Bool { true }
    func columns(of path: String) throws(SchemaError) -> [String] { [] }
    func script(at path: String) throws(SchemaError) -> [UInt8] { Array("let x = 1\n".utf8) }
}
