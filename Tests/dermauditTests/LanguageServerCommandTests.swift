import Foundation
import TestSupport
import Testing

/// `dermaudit lsp` as an editor starts it: the built program, fed through a file and read when it has ended.
@Suite("The language server's process")
struct LanguageServerCommandTests {
    private static func framed(_ content: String) -> String {
        "Content-Length: \(content.utf8.count)\r\n\r\n\(content)"
    }

    private static let hello = framed(
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    private static let goodbye =
        framed(#"{"jsonrpc":"2.0","id":9,"method":"shutdown"}"#)
        + framed(#"{"jsonrpc":"2.0","method":"exit"}"#)

    private static func open(_ script: String, uri: String) -> String {
        framed(
            #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(uri)","languageId":"dermaudit","version":1,"text":"\#(script)"}}}"#
        )
    }

    private static func run(_ input: String, _ arguments: [String] = ["lsp"]) throws -> BuiltProgram.Result {
        let folder = try TemporaryFolder()
        return try BuiltProgram(in: folder.path).run(arguments, input: input)
    }

    @Test(
        "a session from hello to goodbye ends with 0, and nothing is written beside the protocol",
        arguments: [
            ["lsp"], ["lsp", "--stdio"],
        ])
    func session(arguments: [String]) throws {
        let place = #"{"textDocument":{"uri":"file:///a.audit"},"position":{"line":0,"character":8}}"#
        let result = try Self.run(
            Self.hello + Self.open("report dp by age", uri: "file:///a.audit")
                + Self.framed(#"{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":\#(place)}"#)
                + Self.goodbye, arguments)
        #expect(result.code == 0)
        #expect(result.errors == "")
        #expect(result.output.hasPrefix("Content-Length: "))
        #expect(result.output.contains("max accuracy - min accuracy"))
        #expect(result.output.hasSuffix(#"{"id":9,"jsonrpc":"2.0","result":null}"#))
    }

    @Test(
        "a client that goes without a word ends the server with 1",
        arguments: ["", "Content-Length: 10\r\n\r\n{"])
    func silence(input: String) throws {
        let result = try Self.run(input)
        #expect(result.code == 1)
        #expect(result.errors == "")
    }

    @Test("noise is answered with errors, and the session goes on")
    func noise() throws {
        let noise = "GET / HTTP/1.1\r\nHost: x\r\n\r\n" + Self.framed("\u{0}\u{1}") + Self.framed("[[[[")
        let result = try Self.run(noise + Self.hello + Self.goodbye)
        #expect(result.code == 0)
        #expect(result.output.components(separatedBy: "-32700").count == 4)
    }

    @Test("modules of the standard library are found by name")
    func modules() throws {
        let script = #"edition 2026\nuse derm.ham10000\ndataset d = ham10000(\"x.csv\")\n"#
        let place = #"{"textDocument":{"uri":"file:///tmp/a.audit"},"position":{"line":2,"character":14}}"#
        let result = try Self.run(
            Self.hello + Self.open(script, uri: "file:///tmp/a.audit")
                + Self.framed(
                    #"{"jsonrpc":"2.0","id":2,"method":"textDocument/definition","params":\#(place)}"#)
                + Self.goodbye)
        #expect(result.output.contains("stdlib/modules/derm/ham10000.audit"))
    }
}
