import Foundation
import Testing

@testable import LanguageServer

@Suite("Renaming what other files use")
struct SharedRenameTests {
    typealias Message = ScriptedClient.Message

    private static let library =
        "edition 2026\nlet band = [I, II]\ndef twice(k: int) -> int { 2 * k }\nlet four = twice(k: 2)\n"

    /// A folder of scripts that use each other: plainly, behind an alias, through another, from another folder.
    private static let folder = [
        "lib.audit": library,
        "plain.audit":
            "edition 2026\nuse \"lib.audit\"\nlet bands = [band, band]\nprint \"{band}\", twice(k: 3)\n",
        "alias.audit":
            "edition 2026\nuse \"./lib.audit\" as l\nlet band = 1\nprint l.band, band, l.twice(k: band)\n",
        "deep/far.audit": "edition 2026\nuse \"../lib.audit\" as l\nlet near = l.band\n",
        "through.audit": "edition 2026\nuse \"deep/far.audit\" as f\nprint f.l.band, f.near\n",
        "other.audit": "edition 2026\nlet band = 3\nprint band\n",
    ]

    /// The folder with one of its scripts as the document `a.audit`.
    private static func opened(_ name: String) -> [String: String] {
        var scripts = folder
        scripts["a.audit"] = scripts.removeValue(forKey: name)
        return scripts
    }

    /// The folder where everything uses `a.audit`.
    private static var bound: [String: String] {
        opened("lib.audit").mapValues { $0.replacing("lib.audit", with: "a.audit") }
    }

    @Test("every script that uses the file is changed where it means the name, and others are not")
    func definition() throws {
        var client = try ScriptedClient(Self.library, host: TestHost(scripts: Self.bound))
        let texts = try client.renamed(Self.bound, at: "band", to: "types")
        #expect(texts["a.audit"] == Self.library.replacing("band", with: "types"))
        #expect(texts["plain.audit"]?.hasSuffix("[types, types]\nprint \"{types}\", twice(k: 3)\n") == true)
        #expect(
            texts["alias.audit"]?.hasSuffix("let band = 1\nprint l.types, band, l.twice(k: band)\n") == true)
        #expect(texts["deep/far.audit"]?.hasSuffix("let near = l.types\n") == true)
        #expect(texts["through.audit"]?.hasSuffix("print f.l.types, f.near\n") == true)
        #expect(texts["other.audit"] == Self.bound["other.audit"])
    }

    @Test(
        "from a script that uses the file, the file and its other users are changed",
        arguments: [
            ("plain.audit", "band, band"), ("alias.audit", "band, band, l"), ("through.audit", "band, f"),
        ])
    func use(name: String, word: String) throws {
        let scripts = Self.opened(name)
        var client = try ScriptedClient(try #require(scripts["a.audit"]), host: TestHost(scripts: scripts))
        let texts = try client.renamed(scripts, at: word, to: "types")
        #expect(texts["lib.audit"] == Self.library.replacing("band", with: "types"))
        #expect(texts["deep/far.audit"]?.hasSuffix("let near = l.types\n") == true)
        #expect(texts["a.audit"] != scripts["a.audit"])
        #expect(texts["other.audit"] == scripts["other.audit"])
    }

    @Test("labels of a function's parameter are changed in the scripts that call it")
    func labels() throws {
        var client = try ScriptedClient(Self.library, host: TestHost(scripts: Self.bound))
        let texts = try client.renamed(Self.bound, at: "k: int", to: "count")
        #expect(texts["a.audit"]?.contains("twice(count: int) -> int { 2 * count }") == true)
        #expect(texts["plain.audit"]?.contains("twice(count: 3)") == true)
        #expect(texts["alias.audit"]?.contains("l.twice(count: band)") == true)
    }

    @Test("a label is changed from a script that calls the function too")
    func label() throws {
        let scripts = Self.opened("plain.audit")
        var client = try ScriptedClient(try #require(scripts["a.audit"]), host: TestHost(scripts: scripts))
        let texts = try client.renamed(scripts, at: "k: 3", to: "count")
        #expect(texts["lib.audit"]?.contains("twice(count: int) -> int { 2 * count }") == true)
        #expect(texts["a.audit"]?.contains("twice(count: 3)") == true)
        #expect(texts["alias.audit"]?.contains("l.twice(count: band)") == true)
    }

    @Test("an alias is changed with all that stands behind it", arguments: ["l\n", "l.band", "l.twice"])
    func alias(word: String) throws {
        let scripts = Self.opened("alias.audit")
        var client = try ScriptedClient(try #require(scripts["a.audit"]), host: TestHost(scripts: scripts))
        let texts = try client.renamed(scripts, at: word, to: "lib")
        #expect(
            texts["a.audit"]
                == "edition 2026\nuse \"./lib.audit\" as lib\nlet band = 1\nprint lib.band, band, lib.twice(k: band)\n"
        )
        #expect(texts.filter { $0.key != "a.audit" } == scripts.filter { $0.key != "a.audit" })
    }

    @Test("an alias is not changed where another script says it, which would mean nothing then")
    func sharedAlias() throws {
        let text = "edition 2026\nuse \"lib.audit\" as l\nlet near = l.band\n"
        let user = "edition 2026\nuse \"a.audit\" as f\nprint f.l.band\n"
        let scripts = ["a.audit": text, "lib.audit": Self.library, "user.audit": user]
        var client = try ScriptedClient(text, host: TestHost(scripts: scripts))
        let answer = try client.ask("textDocument/rename", client.about(1, 19, ["newName": "lib"]))
        #expect(
            (answer["error"] as? Message)?["message"] as? String
                == "with `lib` for `l`, `/work/user.audit` would mean something else")
    }

    @Test("an open document counts as it stands in the editor, not as it lies on the disk")
    func open() throws {
        var client = try ScriptedClient(Self.library, host: TestHost(scripts: Self.bound))
        var texts = Self.bound
        texts["plain.audit"] = "edition 2026\nuse \"a.audit\" as b\n\nprint b.band\n"
        try client.open(try #require(texts["plain.audit"]), uri: "file:///work/plain.audit")
        let changed = try client.renamed(texts, at: "band", to: "types")
        #expect(changed["plain.audit"] == "edition 2026\nuse \"a.audit\" as b\n\nprint b.types\n")
    }

    @Test(
        "renaming is refused where another file cannot be changed, or would mean something else",
        arguments: [
            (
                "print band k\n", "types",
                "`/work/user.audit` uses `/work/a.audit` and has errors: mend them first"
            ),
            (
                "let types = 1\nprint band\n", "types",
                "with `types` for `band`, `/work/user.audit` would mean something else"
            ),
            (
                "let types = 1\n", "types",
                "with `types` for `band`, `/work/user.audit` would mean something else"
            ),
            (
                "def f(x) { print band }\n", "types",
                "`band` stands in line 3 of `/work/user.audit`, where it is not known what it means: "
                    + "mend errors, call functions"
            ),
        ])
    func refused(rest: String, new: String, message: String) throws {
        let scripts = ["a.audit": Self.library, "user.audit": "edition 2026\nuse \"a.audit\"\n" + rest]
        var client = try ScriptedClient(Self.library, host: TestHost(scripts: scripts))
        let answer = try client.ask("textDocument/rename", client.about(1, 4, ["newName": new]))
        #expect((answer["error"] as? Message)?["message"] as? String == message)
    }

    @Test("a script beside it that cannot be read is passed over")
    func passedOver() throws {
        let host = TestHost(scripts: Self.bound, locked: ["plain.audit"])
        var client = try ScriptedClient(Self.library, host: host)
        let texts = try client.renamed(Self.bound, at: "band", to: "types")
        #expect(texts["plain.audit"] == Self.bound["plain.audit"])
        #expect(texts["through.audit"]?.hasSuffix("print f.l.types, f.near\n") == true)
    }

    @Test("renaming is refused where a script with the name in it uses one that cannot be read")
    func locked() throws {
        var scripts = Self.bound
        scripts["end.audit"] = "edition 2026\nuse \"plain.audit\" as p\nprint p.band\n"
        let host = TestHost(scripts: scripts, locked: ["plain.audit"])
        var client = try ScriptedClient(Self.library, host: host)
        let answer = try client.ask("textDocument/rename", client.about(1, 4, ["newName": "types"]))
        #expect(
            (answer["error"] as? Message)?["message"] as? String
                == "`/work/plain.audit` cannot be read: permission denied")
    }

    @Test("renaming is refused where the file itself has errors and others use it")
    func broken() throws {
        let script = Self.library + "let c = nosuch\n"
        var client = try ScriptedClient(script, host: TestHost(scripts: Self.bound))
        let answer = try client.ask("textDocument/rename", client.about(1, 4, ["newName": "types"]))
        #expect(
            (answer["error"] as? Message)?["message"] as? String
                == "`/work/a.audit` has errors, and other scripts use it: mend them first")
    }

    @Test("names of the standard library are not changed")
    func library() throws {
        var client = try ScriptedClient("edition 2026\nuse derm.bands\nprint light\n")
        let answer = try client.ask("textDocument/prepareRename", client.about(2, 7))
        #expect(
            (answer["error"] as? Message)?["message"] as? String
                == "`light` is bound in `derm.bands` of the standard library, which is not changed")
    }
}
