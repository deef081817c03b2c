import Foundation
import Testing

@testable import LanguageServer

@Suite("What an editor can ask")
struct FeatureTests {
    typealias Message = ScriptedClient.Message

    private static let script = """
        edition 2026
        ## How many images a cell.
        ## More is better.
        let per_cell = 100
        classifier mine = MelaNet

        cohort main {
            sex in [m, f]
            age 10..80
            fst I..VI
            n per_cell
        }
        audit a = mine, DeepGuide on main with threshold 0.5
        report dp by age of a.mine with ci wilson 95%
        export it.report to "out/{per_cell}.csv"

        """

    // MARK: Hover

    @Test(
        "says what a word means",
        arguments: [
            ("per_cell", ["per_cell: whole number 100", "How many images a cell.\nMore is better."]),
            ("main {", ["main: cohort, 2 x 8 x 6 = 96 cells x 100 = 9 600 images"]),
            ("mine, Deep", ["mine: classifier"]), ("a = mine", ["a: audit of mine, DeepGuide on main"]),
            ("dp by", ["max-min accuracy", "**formula:**", "**source:**"]),
            ("age 10", ["attribute `age`: age in years", "whole years from 0 to 120"]),
            ("sex in", ["attribute `sex`", "`m`, `f`", "`f` as \"female\""]),
            ("DeepGuide", ["classifier `DeepGuide`: Inception-v3", "64 pixels"]),
            ("ci wilson", ["option `ci`"]), ("threshold", ["option `threshold`", "`youden`"]),
            ("report dp", ["report METRIC, ... [by GROUPS, ...]", "intervals"]), ("by age of", ["by GROUPS"]),
            ("VI", ["Fitzpatrick skin type"]),
            ("per_cell}", ["per_cell: whole number 100"]), ("report to", ["report of dp"]),
        ])
    func hover(place: String, expected: [String]) throws {
        var client = try ScriptedClient(Self.script)
        let (line, character) = try Self.find(place)
        let hover = try #require(try client.request("textDocument/hover", at: line, character) as? Message)
        let contents = try #require(hover["contents"] as? Message)
        #expect(contents["kind"] as? String == "markdown")
        let text = try #require(contents["value"] as? String)
        for part in expected { #expect(text.contains(part)) }
    }

    @Test("says nothing about blanks, comments and text", arguments: [(1, 5), (5, 0), (14, 22), (99, 0)])
    func noHover(line: Int, character: Int) throws {
        var client = try ScriptedClient(Self.script)
        #expect(try client.request("textDocument/hover", at: line, character) is NSNull)
    }

    @Test("words of a statement that is wrong are looked up alone")
    func hoverInErrors() throws {
        var client = try ScriptedClient("report dpp by age, sex\n")
        let hover = try #require(try client.request("textDocument/hover", at: 0, 15) as? Message)
        #expect("\(hover["contents"] ?? "")".contains("attribute `age`"))
    }

    @Test("an attribute of the script may run beyond whole numbers")
    func hoverOverHugeNumbers() throws {
        var client = try ScriptedClient(
            "edition 2026\nattribute far = number 0.5..1e300\ncohort c = far [1] n 1 from phantom\n")
        let hover = try #require(try client.request("textDocument/hover", at: 2, 12) as? Message)
        #expect("\(hover["contents"] ?? "")".contains("numbers from 0.5 to 1e+300"))
    }

    // MARK: Names

    @Test(
        "a name leads to where it was bound",
        arguments: [
            ("per_cell\n}", 3, 4), ("main with", 6, 7), ("mine, Deep", 4, 11), ("mine with", 4, 11),
            ("per_cell}", 3, 4),
            ("report to", 13, 0),
        ])
    func definition(place: String, line: Int, character: Int) throws {
        var client = try ScriptedClient(Self.script)
        let (fromLine, from) = try Self.find(place)
        let found = try #require(
            try client.request("textDocument/definition", at: fromLine, from) as? Message)
        #expect(found["uri"] as? String == ScriptedClient.uri)
        let start = try #require((found["range"] as? Message)?["start"] as? Message)
        #expect(start as NSDictionary == ["line": line, "character": character] as NSDictionary)
    }

    @Test(
        "a name of another file leads there, and so does the file's own name",
        arguments: [(0, 6, 0), (1, 15, 1)])
    func otherFiles(line: Int, character: Int, found: Int) throws {
        var client = try ScriptedClient("use \"bands.audit\"\ncohort c = fst band n 1\n")
        let location = try #require(
            try client.request("textDocument/definition", at: line, character) as? Message)
        #expect(location["uri"] as? String == "file:///work/bands.audit")
        let start = try #require((location["range"] as? Message)?["start"] as? Message)
        #expect(start["line"] as? Int == found)
        let hover = try #require(try client.request("textDocument/hover", at: 1, 15) as? Message)
        #expect("\(hover["contents"] ?? "")".contains("Types A."))
    }

    @Test(
        "references are all places of a name, with or without its binding",
        arguments: [(true, 3), (false, 2)])
    func references(includes: Bool, count: Int) throws {
        var client = try ScriptedClient(Self.script)
        let context: Message = ["context": ["includeDeclaration": includes]]
        let found = try client.request("textDocument/references", at: 3, 5, context)
        #expect((found as? [Message])?.count == count)
    }

    @Test("renaming changes every use, in text too, and leaves a script that checks")
    func rename() throws {
        var client = try ScriptedClient(Self.script)
        let edit = try #require(
            try client.request("textDocument/rename", at: 3, 6, ["newName": "images"]) as? Message)
        let edits = try #require((edit["changes"] as? Message)?[ScriptedClient.uri] as? [Message])
        #expect(edits.count == 3)
        for edit in edits.reversed() {
            try client.change(
                try #require(edit["range"] as? Message), try #require(edit["newText"] as? String))
        }
        let text = client.server.documents[ScriptedClient.uri].map {
            String(decoding: $0.text.bytes, as: UTF8.self)
        }
        #expect(text == Self.script.replacing("per_cell", with: "images"))
        #expect(try client.codes() == [])
    }

    @Test(
        "renaming refuses what would break the script",
        arguments: [
            ("per_cell", "cohort", "`cohort` is a word of the language and cannot be a name"),
            ("per_cell", "VI", "`VI` is a skin type and cannot be a name"),
            ("per_cell", "main", "`main` is the name of a cohort already, bound in line 7"),
            ("per_cell", "two words", "`two words` is not a name: names are letters, digits and `_`"),
            ("per_cell", "", "`` is not a name: names are letters, digits and `_`"),
            ("per_cell", "1a", "`1a` is not a name: names are letters, digits and `_`"),
            ("per_cell", "it", "`it` means the last result and cannot be a name"),
            ("mine", "all", "with `all` for `mine` the script would mean something else"),
            ("dp by", "x", "`dp` is not a name that a script has bound"),
            ("report dp", "x", "`report` is not a name that a script has bound"),
            ("DeepGuide", "x", "`DeepGuide` is not a name that a script has bound"),
        ])
    func refused(place: String, new: String, message: String) throws {
        var client = try ScriptedClient(
            Self.script.replacing("mine, DeepGuide", with: place == "mine" ? "mine" : "mine, DeepGuide"))
        let (line, character) = try Self.find(place)
        let answer = try client.ask("textDocument/rename", client.about(line, character, ["newName": new]))
        let error = try #require(answer["error"] as? Message)
        #expect(error["code"] as? Int == -32_803)
        #expect(error["message"] as? String == message)
    }

    @Test("renaming waits while errors hide what a word means")
    func hidden() throws {
        var client = try ScriptedClient(
            "let k = 2\ncohort c = sex in [m, f] n k\nprint k k\n")
        let answer = try client.ask("textDocument/rename", client.about(0, 4, ["newName": "count"]))
        #expect(
            (answer["error"] as? Message)?["message"] as? String
                == "`k` stands in line 3, where it is not known what it means: mend errors, call functions")
    }

    // MARK: Text

    @Test("formatting changes only the lines that are not in form")
    func formatting() throws {
        var client = try ScriptedClient("edition 2026\nlet a = 1\nlet   b=2\nlet c = 3\n")
        let edits = try #require(
            try client.request("textDocument/formatting", client.about(0, 0)) as? [Message])
        #expect(edits.count == 1)
        #expect(edits.first?["newText"] as? String == "let b = 2\n")
        let start = try #require((edits.first?["range"] as? Message)?["start"] as? Message)
        #expect(start["line"] as? Int == 2)
    }

    @Test("a script with errors, or in form, is not formatted", arguments: ["let   b=\n", "let b = 2\n"])
    func notFormatted(script: String) throws {
        var client = try ScriptedClient(script)
        #expect(
            (try client.request("textDocument/formatting", client.about(0, 0)) as? [Message])?.isEmpty == true
        )
    }

    @Test("cohorts carry the number of their cells and images")
    func hints() throws {
        var client = try ScriptedClient(Self.script + "cohort age 20 n 3; audit MelaNet\n")
        let hints = try #require(
            try client.request("textDocument/inlayHint", client.about(0, 0)) as? [Message])
        #expect(
            hints.compactMap { $0["label"] as? String } == [
                "2 x 8 x 6 = 96 cells x 100 = 9 600 images", "1 cell x 3 = 3 images",
            ])
        let places = hints.compactMap { ($0["position"] as? Message) as NSDictionary? }
        #expect(places == [["line": 6, "character": 13], ["line": 15, "character": 17]])
    }

    @Test("a cohort of a loop is counted once, and one that a function makes where it is called")
    func hintsOfBlocks() throws {
        let library = "def make(k: int) -> cohort { cohort fst I..VI n k }\n"
        var client = try ScriptedClient(
            "use \"lib.audit\"\ncohort other = make(3)\nfor k in [2, 3] {\n    cohort sex in [m, f] n k\n}\n",
            host: TestHost(scripts: ["lib.audit": library]))
        let hints = try #require(
            try client.request("textDocument/inlayHint", client.about(0, 0)) as? [Message])
        #expect(hints.compactMap { ($0["position"] as? Message)?["line"] as? Int } == [1, 3])
        #expect(try client.codes() == ["W1001"])
    }

    @Test("the outline has the names and the results")
    func symbols() throws {
        var client = try ScriptedClient(Self.script)
        let symbols = try #require(
            try client.request("textDocument/documentSymbol", client.about(0, 0)) as? [Message])
        #expect(
            symbols.compactMap { $0["name"] as? String } == [
                "per_cell", "mine", "main", "a", "report dp by age of a.mine with ci wilson 95%",
            ])
    }

    @Test("the outline has what stands in blocks below them")
    func nestedSymbols() throws {
        var client = try ScriptedClient(
            "def f(k: int) -> int { k }\ntest \"t\" {\n    let a = 1\n    require f(k: a) == 1\n}\n")
        let symbols = try #require(
            try client.request("textDocument/documentSymbol", client.about(0, 0)) as? [Message])
        #expect(symbols.compactMap { $0["name"] as? String } == ["f", "test \"t\" {"])
        let inner = try #require(symbols.last?["children"] as? [Message])
        #expect(inner.compactMap { $0["name"] as? String } == ["a", "require f(k: a) == 1"])
    }

    @Test("a parameter is renamed with its labels, and not where a function is never called")
    func parameters() throws {
        var client = try ScriptedClient("def f(k: int) -> int { k }\nlet a = f(k: 1)\ndef g(x) { print a }\n")
        let edit = try #require(
            try client.request("textDocument/rename", at: 0, 6, ["newName": "count"]) as? Message)
        #expect(((edit["changes"] as? Message)?[ScriptedClient.uri] as? [Message])?.count == 3)
        let answer = try client.ask("textDocument/rename", client.about(1, 4, ["newName": "b"]))
        #expect(
            (answer["error"] as? Message)?["message"] as? String
                == "`a` stands in line 3, where it is not known what it means: mend errors, call functions")
    }

    @Test("blocks, long statements and comments fold")
    func folding() throws {
        var client = try ScriptedClient(
            "# a\n# b\ncohort c {\n    sex in [\n        m, f]\n    n 2\n}\nreport dp\n    by sex\n")
        let folds = try #require(
            try client.request("textDocument/foldingRange", client.about(0, 0)) as? [Message])
        let lines = folds.map { [$0["startLine"] as? Int, $0["endLine"] as? Int] }
        #expect(lines == [[0, 1], [2, 6], [3, 4], [7, 8]])
        #expect(folds.first?["kind"] as? String == "comment")
    }

    // MARK: Changes

    @Test("a finding's changes are offered, a safe one first")
    func quickFix() throws {
        var client = try ScriptedClient("report dpp by age\n")
        let range: Message = ["start": ["line": 0, "character": 8], "end": ["line": 0, "character": 8]]
        let only: Message = [
            "range": range, "context": ["only": ["quickfix"], "diagnostics": [Message]()] as Message,
        ]
        let actions = try #require(
            try client.request("textDocument/codeAction", client.about(0, 0, only)) as? [Message])
        #expect(actions.compactMap { $0["title"] as? String } == ["write `dp` for `dpp`"])
        #expect(actions.first?["isPreferred"] as? Bool == false)
    }

    @Test("all safe changes can be made at once")
    func fixAll() throws {
        var client = try ScriptedClient("set seed = 4\nset threads = 2\n")
        let range: Message = ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]]
        let only: Message = [
            "range": range, "context": ["only": ["source.fixAll"], "diagnostics": [Message]()] as Message,
        ]
        let actions = try #require(
            try client.request("textDocument/codeAction", client.about(0, 0, only)) as? [Message])
        let action = try #require(actions.first)
        let edit = try #require(action["edit"] as? Message)
        let edits = try #require((edit["changes"] as? Message)?[ScriptedClient.uri] as? [Message])
        #expect(edits.count == 3)
        for edit in edits.reversed() {
            try client.change(
                try #require(edit["range"] as? Message), try #require(edit["newText"] as? String))
        }
        #expect(try client.codes() == [])
    }

    // MARK: Completion

    @Test(
        "offers what the grammar allows, with names bound above",
        arguments: [
            ("let a = 1\nco", ["cohort", "compare"]), ("cohort c = sex in [", ["f", "m", "unknown"]),
            ("report d", ["dp"]), ("classifier x = MelaNet\naudit x", [String]()),
            ("classifier zz = MelaNet\naudit z", ["zz"]),
            ("attribute smoker = enum [yes, no]\ncohort smo", ["smoker"]),
            ("attribute smoker = enum [yes, no]\ncohort smoker in [", ["yes", "no", "unknown"]),
            ("attribute smoker = enum [yes, no]\nreport dp by smo", ["smoker"]),
            ("use \"habits.audit\"\ncohort smoker in [", ["yes", "no", "unknown"]),
            ("use \"habits.audit\" as h\nreport dp by smo", ["smoker"]),
            ("export it.report to \"o", ["out/table.csv", "other.csv"]),
            ("😀", [String]()),
        ])
    func completion(text: String, offered: [String]) throws {
        var client = try ScriptedClient(text)
        let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let items = try #require(
            try client.request(
                "textDocument/completion", at: text.filter { $0 == "\n" }.count, last.utf16.count)
                as? [Message])
        let labels = items.compactMap { $0["label"] as? String }
        #expect(Set(offered).isSubset(of: labels))
        if offered.isEmpty { #expect(labels.isEmpty) }
    }

    @Test("an attribute is offered below its declaration, with its title")
    func declaredAttribute() throws {
        let attribute = #"attribute smoker = enum [yes, no] with title "habit""#
        var client = try ScriptedClient("cohort smo\n\(attribute)\ncohort smo")
        let above = try #require(try client.request("textDocument/completion", at: 0, 10) as? [Message])
        #expect(above.isEmpty)
        let below = try #require(try client.request("textDocument/completion", at: 2, 10) as? [Message])
        #expect(below.compactMap { $0["label"] as? String } == ["smoker"])
        #expect(below.first?["detail"] as? String == "habit")
    }

    @Test("a completion replaces the letters that are typed")
    func completionEdit() throws {
        var client = try ScriptedClient("report demo")
        let items = try #require(try client.request("textDocument/completion", at: 0, 11) as? [Message])
        let item = try #require(items.first { $0["label"] as? String == "demographic_parity" })
        #expect((item["detail"] as? String)?.isEmpty == false)
        let range = try #require((item["textEdit"] as? Message)?["range"] as? Message)
        #expect(
            range as NSDictionary == [
                "start": ["line": 0, "character": 7], "end": ["line": 0, "character": 11],
            ])
    }

    /// The line and column where some text begins in the script.
    private static func find(_ text: String) throws -> (Int, Int) {
        let range = try #require(script.range(of: text))
        let before = script[..<range.lowerBound]
        let line = before.filter { $0 == "\n" }.count
        return (line, before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0)
    }
}
