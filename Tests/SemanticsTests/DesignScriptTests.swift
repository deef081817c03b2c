import Diagnostics
import Foundation
import Testing

@testable import Semantics

/// The scripts that the language was designed for, as they were written before it existed.
@Suite("The scripts of the design")
struct DesignScriptTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().resolvingSymlinksInPath().appending(path: "Scripts")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name + ".audit"), encoding: .utf8)
    }

    /// What is wrong with a script where no file and no module is there.
    ///
    /// E0318 is a module, E0418 a file that is missing; E0320 a generator or data set that this version does not have; E0206 a
    /// word of a later version; E0301 and E0303 are the functions and metrics that come with such a word.
    @Test(
        "each passes without its files, or lacks its weights, its data and the words of later versions only",
        arguments: [
            ("01-card", []),
            ("02-seed-paper", ["E0318", "E0418", "E0418", "E0418"]),
            ("03-dermdit-quality", ["E0320", "E0320", "E0320", "E0206"]),
            ("04-dermdit-training", ["E0318", "E0320", "E0206", "E0206"]),
            ("05-checklist", ["E0206", "E0418", "E0206", "E0301", "E0303"]),
            ("06-gate", ["E0418", "E0418"]),
            ("07-intersections", ["E0418", "E0418"]),
            ("08-sensitivity", ["E0418"]),
            ("09-bands", []),
        ])
    func alone(_ name: String, _ codes: [String]) throws {
        #expect(errors(try Self.text(name), EmptyFolder()).map(\.code.description) == codes)
    }

    @Test(
        "given their weights, the others pass",
        arguments: ["01-card", "07-intersections", "08-sensitivity", "09-bands"])
    func complete(_ name: String) throws {
        #expect(errors(try Self.text(name), NoFiles()).map(\.message) == [])
    }

    private func errors(_ text: String, _ schema: some SchemaProvider) -> [Diagnostic] {
        Checker.check(source: Source(name: "script.audit", text: text), schema: schema).diagnostics
            .filter { $0.severity == .error }
    }
}

/// A folder without a file, where no module is either.
private struct EmptyFolder: SchemaProvider {
    func exists(_ path: String) -> Bool { false }
    func columns(of path: String) throws(SchemaError) -> [String] { throw .missing(path: path) }
    func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }
}
