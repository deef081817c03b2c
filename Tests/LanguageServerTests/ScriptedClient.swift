import Foundation
import Testing

@testable import LanguageServer

/// An editor in the test's own process: it sends messages and reads the answers as JSON.
struct ScriptedClient {
    /// A message of the server's, read back from its frame.
    typealias Message = [String: Any]

    /// The document that the tests have open.
    static let uri = "file:///work/a.audit"

    private(set) var server: LanguageServer
    private var nextID = 1

    /// An editor that has said hello and opened a document.
    init(_ script: String, host: any EditorHost = TestHost()) throws {
        server = LanguageServer(host: host, version: "1")
        _ = try request("initialize", ["capabilities": [String: Any]()])
        try notify("initialized", [String: Any]())
        try open(script)
    }

    /// An editor that has said nothing yet.
    init() {
        server = LanguageServer(host: TestHost(), version: "1")
    }

    /// A message with its header.
    static func framed(_ message: Message) throws -> [UInt8] {
        framed(Array(try JSONSerialization.data(withJSONObject: message)))
    }

    /// Bytes with a header that says how many they are.
    static func framed(_ content: [UInt8]) -> [UInt8] {
        Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    }

    /// Sends bytes and reads every answer.
    mutating func send(_ bytes: [UInt8]) throws -> [Message] {
        server.receive(bytes)
        var answers: [Message] = []
        while let messages = server.answerNext() { answers += try messages.map { try Self.read($0) } }
        return answers
    }

    /// Asks, and reads the only answer.
    mutating func ask(_ method: String, _ parameters: Any) throws -> Message {
        defer { nextID += 1 }
        let message: Message = ["jsonrpc": "2.0", "id": nextID, "method": method, "params": parameters]
        let answers = try send(Self.framed(message))
        try #require(answers.count == 1)
        #expect(answers[0]["id"] as? Int == nextID)
        #expect(answers[0]["jsonrpc"] as? String == "2.0")
        return answers[0]
    }

    /// Asks for something that can be given.
    mutating func request(_ method: String, _ parameters: Any) throws -> Any {
        let answer = try ask(method, parameters)
        #expect(answer["error"] == nil)
        return try #require(answer["result"])
    }

    /// Tells something.
    mutating func notify(_ method: String, _ parameters: Any) throws {
        let answers = try send(Self.framed(["jsonrpc": "2.0", "method": method, "params": parameters]))
        #expect(answers.isEmpty)
    }

    /// Opens a document.
    mutating func open(_ script: String, uri: String = uri) throws {
        let document: Message = ["uri": uri, "languageId": "dermaudit", "version": 1, "text": script]
        try notify("textDocument/didOpen", ["textDocument": document])
    }

    /// Changes the document; a nil range replaces all of it.
    mutating func change(_ range: Message?, _ text: String, version: Int = 2) throws {
        var change: Message = ["text": text]
        change["range"] = range
        try notify(
            "textDocument/didChange",
            ["textDocument": ["uri": Self.uri, "version": version] as Message, "contentChanges": [change]])
    }

    /// Asks about a place in the document.
    mutating func request(
        _ method: String, at line: Int, _ character: Int, _ more: Message = [:]
    ) throws -> Any {
        try request(method, about(line, character, more))
    }

    /// The texts of files and documents behind the changes that give the name where `word` begins in the document another one.
    mutating func renamed(_ texts: [String: String], at word: String, to new: String) throws -> [String:
        String]
    {
        let script = try #require(texts["a.audit"])
        let place = try #require(script.range(of: word)).lowerBound
        let lines = script[..<place].split(separator: "\n", omittingEmptySubsequences: false)
        let edit = try #require(
            try request(
                "textDocument/rename", at: lines.count - 1, lines.last?.utf16.count ?? 0, ["newName": new])
                as? Message)
        var changed = texts
        for (uri, edits) in try #require(edit["changes"] as? [String: [Message]]) {
            let name = uri.replacing("file:///work/", with: "")
            var bytes = Array(try #require(texts[name]).utf8)
            let lines = TextLines(bytes)
            for edit in edits.reversed() {
                let range = try JSONDecoder().decode(
                    TextRange.self, from: JSONSerialization.data(withJSONObject: try #require(edit["range"])))
                let span = lines.span(of: range)
                let text = try #require(edit["newText"] as? String)
                bytes.replaceSubrange(span.start..<span.end, with: text.utf8)
            }
            changed[name] = String(decoding: bytes, as: UTF8.self)
        }
        return changed
    }

    /// What a request about a place says.
    func about(_ line: Int, _ character: Int, _ more: Message = [:]) -> Message {
        let place: Message = [
            "textDocument": ["uri": Self.uri], "position": ["line": line, "character": character],
        ]
        return place.merging(more) { first, _ in first }
    }

    /// The findings that the server tells when it has time.
    mutating func published() throws -> [Message] {
        try server.publish().map { try Self.read($0) }
    }

    /// Lets the server do what it does when it has told everything.
    mutating func leaveAlone() { server.tidy() }

    /// The codes of the findings of the document.
    mutating func codes() throws -> [String] {
        let parameters = try #require(try published().first?["params"] as? Message)
        return try #require(parameters["diagnostics"] as? [Message]).compactMap { $0["code"] as? String }
    }

    /// What a message holds; its header must say the number of its bytes.
    private static func read(_ message: OutgoingMessage) throws -> Message {
        let ending = Array("\r\n\r\n".utf8)
        let end = try #require(message.bytes.indices.first { message.bytes[$0...].starts(with: ending) })
        let content = message.bytes[(end + 4)...]
        #expect(String(decoding: message.bytes[..<end], as: UTF8.self) == "Content-Length: \(content.count)")
        return try #require(try JSONSerialization.jsonObject(with: Data(content)) as? Message)
    }
}
