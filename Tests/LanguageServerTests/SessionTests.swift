import Foundation
import Testing

@testable import LanguageServer

@Suite("A session with an editor")
struct SessionTests {
    @Test("begins with initialize and ends with shutdown and exit")
    func life() throws {
        var client = ScriptedClient()
        let early = try client.ask("textDocument/hover", client.about(0, 0))
        #expect(code(early) == -32_002)
        let answer = try #require(
            try client.request("initialize", [String: Any]()) as? ScriptedClient.Message)
        let capabilities = try #require(answer["capabilities"] as? ScriptedClient.Message)
        #expect(capabilities["positionEncoding"] as? String == "utf-16")
        #expect(code(try client.ask("initialize", [String: Any]())) == -32_600)
        #expect(try client.request("shutdown", NSNull()) is NSNull)
        #expect(code(try client.ask("textDocument/hover", client.about(0, 0))) == -32_600)
        try client.notify("exit", NSNull())
        #expect(client.server.exitStatus == 0)
    }

    @Test("that ends without shutdown gives status 1")
    func rude() throws {
        var client = ScriptedClient()
        try client.notify("exit", NSNull())
        #expect(client.server.exitStatus == 1)
    }

    @Test("tells findings as one types, and none when the document is closed")
    func findings() throws {
        var client = try ScriptedClient("edition 2026\nreport dpp by age\n")
        #expect(try client.codes() == ["E0313", "E0303"])
        #expect(try client.published().isEmpty)
        try client.change(nil, "edition 2026\n")
        #expect(try client.codes() == [])
        try client.notify("textDocument/didClose", ["textDocument": ["uri": ScriptedClient.uri]])
        #expect(try client.codes() == [])
        #expect(try client.published().isEmpty)
    }

    @Test("keeps nothing of lines that came and went once it has told everything")
    func tidy() throws {
        let lines = String(repeating: "print 1 + 2 + 3\n", count: 800)
        let (text, opened) = ("edition 2026\n" + lines, "edition 2026\nif true {\n" + lines)
        var client = try ScriptedClient(text)
        for changed in [opened, text, opened, text] {
            _ = try client.published()
            try client.change(nil, changed)
        }
        _ = try client.published()
        #expect(client.server.documents[ScriptedClient.uri]?.checker.isLong == true)
        client.leaveAlone()
        #expect(client.server.documents[ScriptedClient.uri]?.checker.isLong == false)
        #expect(try client.published().isEmpty)
    }

    @Test("a finding carries its code, severity, ways out and the other places")
    func finding() throws {
        var client = try ScriptedClient("edition 2026\nlet a = 1\nlet a = 2\n")
        let parameters = try #require(try client.published().first?["params"] as? ScriptedClient.Message)
        #expect(parameters["version"] as? Int == 1)
        let found = try #require((parameters["diagnostics"] as? [ScriptedClient.Message])?.first)
        #expect(found["code"] as? String == "E0307")
        #expect(found["severity"] as? Int == 1)
        #expect(found["message"] as? String == "`a` is the name of a constant already: names bind once")
        let related = try #require((found["relatedInformation"] as? [ScriptedClient.Message])?.first)
        #expect(related["message"] as? String == "bound here")
        let location = try #require(related["location"] as? ScriptedClient.Message)
        #expect(
            NSDictionary(dictionary: location["range"] as? ScriptedClient.Message ?? [:])
                == Self.range(1, 4, 5))
    }

    @Test("changes are of UTF-16 columns, also behind letters beyond them")
    func changes() throws {
        var client = try ScriptedClient("edition 2026\nlet t = \"😀é\" # x\n")
        try client.change(range(1, 12, 1, 12), "\u{1F468}\u{200D}\u{1F469}")
        try client.change(range(1, 9, 1, 11), "a")
        try client.change(range(0, 12, 1, 0), "\r\n\r\n")
        #expect(
            client.server.documents[ScriptedClient.uri].map { String(decoding: $0.text.bytes, as: UTF8.self) }
                == "edition 2026\r\n\r\nlet t = \"aé\u{1F468}\u{200D}\u{1F469}\" # x\n")
        #expect(try client.codes() == [])
    }

    @Test("several changes of one message are made in their order")
    func order() throws {
        var client = try ScriptedClient("abc")
        let changes: [ScriptedClient.Message] = [
            ["range": range(0, 0, 0, 1), "text": "xy"], ["range": range(0, 1, 0, 2), "text": ""],
            ["text": "let a = 1"],
            ["range": range(0, 8, 0, 9), "text": "2"],
        ]
        try client.notify(
            "textDocument/didChange",
            ["textDocument": ["uri": ScriptedClient.uri], "contentChanges": changes] as ScriptedClient.Message
        )
        #expect(client.server.documents[ScriptedClient.uri]?.text.bytes == Array("let a = 2".utf8))
    }

    @Test("a file that is open has the text that it has in the editor, for those that use it as well")
    func openFiles() throws {
        var client = try ScriptedClient("edition 2026\nuse \"bands.audit\"\ncohort c = fst band n 1\n")
        #expect(try client.codes() == [])
        try client.open("let dark = [V, VI]\n", uri: "file:///work/bands.audit")
        let messages = try client.published()
        let parameters = messages.compactMap { $0["params"] as? ScriptedClient.Message }
        let own = try #require(parameters.first { $0["uri"] as? String == ScriptedClient.uri })
        #expect((own["diagnostics"] as? [ScriptedClient.Message])?.first?["code"] as? String == "E0401")
    }

    // MARK: Hostile input

    @Test(
        "what is no request is answered with an error",
        arguments: [
            ("", -32_700), ("{", -32_700), ("nul", -32_700), ("[]", -32_600), ("3", -32_600),
            ("\"x\"", -32_600),
            ("{}", -32_600), (#"{"id":1}"#, -32_600), (#"{"id":{},"method":"x"}"#, -32_600),
            (#"{"id":1,"method":7}"#, -32_600), (#"{"id":1,"result":null}"#, -32_600),
            (#"{"id":1,"method":"textDocument/dance"}"#, -32_601),
            (#"{"id":"a","method":"$/x","params":[]}"#, -32_601),
            (#"{"id":1,"method":"textDocument/hover"}"#, -32_602),
            (#"{"id":1,"method":"textDocument/hover","params":[1]}"#, -32_602),
            (#"{"id":1,"method":"textDocument/rename","params":{"textDocument":{"uri":"x"}}}"#, -32_602),
            (
                #"{"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///work/a.audit"}}}"#,
                -32_602
            ),
            (
                #"{"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///work/a.audit"},"position":{"line":1e99,"character":0}}}"#,
                -32_602
            ),
        ])
    func hostile(content: String, expected: Int) throws {
        var client = try ScriptedClient("let a = 1\n")
        let answers = try client.send(ScriptedClient.framed(Array(content.utf8)))
        #expect(answers.map(code) == [expected])
        // And the server lives.
        #expect(try client.request("textDocument/hover", at: 0, 4) is ScriptedClient.Message)
    }

    @Test(
        "notifications that mean nothing are passed over",
        arguments: [
            #"{"method":"$/cancelRequest","params":{"id":1}}"#, #"{"method":"textDocument/didOpen"}"#,
            #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///none"},"contentChanges":[{"text":"x"}]}}"#,
            #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///none"}}}"#,
            #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///work/a.audit"},"contentChanges":[{"text":5}]}}"#,
            #"{"method":"initialized"}"#,
        ])
    func passedOver(content: String) throws {
        var client = try ScriptedClient("let a = 1\n")
        #expect(try client.send(ScriptedClient.framed(Array(content.utf8))).isEmpty)
        #expect(client.server.documents[ScriptedClient.uri]?.text.bytes == Array("let a = 1\n".utf8))
    }

    @Test("JSON nested a million deep is refused")
    func deep() throws {
        var client = try ScriptedClient("let a = 1\n")
        let nested = String(repeating: "[", count: 1_000_000)
        let answers = try client.send(ScriptedClient.framed(Array(nested.utf8)))
        #expect(answers.map(code) == [-32_700])
    }

    @Test("a change of places that are not there lands at the edge")
    func edges() throws {
        var client = try ScriptedClient("let a = 1\n")
        try client.change(range(7, 7, 9, 9), "let b = 2\n")
        try client.change(range(-3, 0, -1, 5), "# c\n")
        try client.change(range(1, 5, 0, 0), "!")
        #expect(
            client.server.documents[ScriptedClient.uri]?.text.bytes
                == Array("# c\nlet a! = 1\nlet b = 2\n".utf8))
    }

    // MARK: Helpers

    private func code(_ answer: ScriptedClient.Message) -> Int? {
        (answer["error"] as? ScriptedClient.Message)?["code"] as? Int
    }

    private func range(_ line: Int, _ character: Int, _ endLine: Int, _ end: Int) -> ScriptedClient.Message {
        ["start": ["line": line, "character": character], "end": ["line": endLine, "character": end]]
    }

    private static func range(_ line: Int, _ start: Int, _ end: Int) -> NSDictionary {
        ["start": ["line": line, "character": start], "end": ["line": line, "character": end]]
    }
}
