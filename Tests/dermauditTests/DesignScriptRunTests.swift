import Foundation
import TestSupport
import Testing

/// The scripts that the language was designed for, run where the embedded models stand in for weights that nobody may ship.
@Suite("The scripts of the design, run")
struct DesignScriptRunTests {
    /// A script, what is made smaller or put in place of its weights, and words of its output.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let changes: [String: String]
        let output: [String]

        var testDescription: String { name }
    }

    private static let isic = "lightningdit(\"w/lightningdit-isic.safetensors\")"
    private static let ham = "lightningdit(\"w/lightningdit-ham.safetensors\")"

    static let cases = [
        Case(
            name: "01-card", changes: ["cohort sex": "cohort from phantom sex", "n 100;": "n 1;"],
            output: ["MelaNet on _1 by age", "DP (max-min accuracy)", "expected by chance"]),
        Case(
            name: "07-intersections",
            changes: [isic: "phantom()", ham: "phantom() with style ham", "n 25": "n 1"],
            output: [
                "DeepGuide on isic_like by sex*age", "MelaNet on ham_like by sex*fst",
                "unpaired: 84 and 84 different images",
            ]),
        Case(
            name: "08-sensitivity",
            changes: [isic: "phantom_dit()", "from g n 20": "from g n 1", "[25, 50, 100, 250]": "[2]"],
            output: ["\n2 "]),
    ]

    private static func text(_ name: String) throws -> String {
        try String(
            contentsOf: PageScript.checkout.appending(path: "Tests/Scripts/\(name).audit"), encoding: .utf8)
    }

    @Test("each runs to its end and prints what it asks for", arguments: cases)
    func runs(script: Case) throws {
        let folder = try TemporaryFolder()
        var text = try Self.text(script.name)
        for (old, new) in script.changes {
            #expect(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        try folder.write(text, to: "script.audit")
        let result = try BuiltProgram(in: folder.path).run(["run", "script.audit", "--quiet"])
        #expect(result.code == 0, "\(result.errors)")
        for words in script.output { #expect(result.output.contains(words), "\(result.output)") }
    }

    @Test("the library's test passes, as it was written")
    func library() throws {
        let folder = try TemporaryFolder()
        try folder.write(try Self.text("09-bands"), to: "bands.audit")
        let result = try BuiltProgram(in: folder.path).run(["test", "bands.audit"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("a band has 2 x 7 x 2 cells"))
    }
}
