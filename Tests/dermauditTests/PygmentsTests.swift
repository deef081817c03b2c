import Foundation
import Testing

/// The lexer of docs/editors in Pygments itself; skipped, and said so, where Python has no Pygments.
@Suite(.enabled(if: Pygments.isThere, "needs Pygments: `.ci/wheels FOLDER`, DERMAUDIT_WHEELS=FOLDER"))
struct PygmentsTests {
    @Test("no word of a script is unknown to the lexer, and none is lost", arguments: Pygments.scripts)
    func known(path: String) throws {
        let text = try String(contentsOfFile: "\(BuiltProgram.checkout)/\(path)", encoding: .utf8)
        let result = try Pygments.tokens(of: text)
        #expect(result.code == 0)
        #expect(!result.output.contains("Token.Error"))
        #expect(result.output.split(separator: "\n").count > 5)
    }

    @Test(
        "words have the kind that they have in the language",
        arguments: [
            (
                "cohort main = sex in [m, f] n 2",
                ["Token.Name.Variable\t'main'", "Token.Keyword.Pseudo\t'in'"]
            ),
            ("cohort sex in [m, f] n 2", ["Token.Keyword\t'cohort'", "Token.Name\t'sex'"]),
            ("report dp by fst", ["Token.Name.Builtin\t'dp'"]),
            ("fst I..VI", ["Token.Keyword.Constant\t'VI'"]),
            ("it.report", ["Token.Name.Attribute\t'report'"]),
            ("set budget 2h30m", ["Token.Literal.Number\t'2h30m'"]),
            ("## told", ["Token.Literal.String.Doc\t'## told'"]), ("10..<80", ["Token.Operator\t'..<'"]),
            ("\"a{n}\\n\"", ["Token.Literal.String.Interpol\t'{n}'", "Token.Literal.String.Escape"]),
            ("def gap(n: int) { dp }", ["Token.Name.Function\t'gap'"]),
        ])
    func kinds(text: String, expected: [String]) throws {
        let output = try Pygments.tokens(of: text).output
        for part in expected { #expect(output.contains(part)) }
    }

    @Test("what is no part of the language is marked")
    func error() throws {
        #expect(try Pygments.tokens(of: "let a = 1 ?").output.contains("Token.Error"))
    }
}
