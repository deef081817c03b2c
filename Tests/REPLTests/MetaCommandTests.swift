import Testing

@testable import REPL

@Suite struct MetaCommandTests {
    @Test(
        "any beginning that only one command has is enough",
        arguments: [
            (":help", MetaCommand.help, ""), (":h", .help, ""), (":q", .quit, ""), (":v", .vars, ""),
            (":sa  my file.audit ", .save, "my file.audit"), (":ty dp by age", .type, "dp by age"),
            (":set ask 1h", .set, "ask 1h"), (":lo x", .load, "x"),
        ])
    func prefixes(line: String, command: MetaCommand, argument: String) {
        #expect(MetaCommand.request(line) == .command(command, argument: argument))
    }

    @Test("what is no command is answered with all of them", arguments: [":", ":x", ":helpp"])
    func unclear(line: String) {
        guard case .unclear(_, let candidates) = MetaCommand.request(line) else {
            Issue.record("\(line) was taken for a command")
            return
        }
        #expect(candidates == MetaCommand.allCases.map { ":" + $0.rawValue })
    }

    @Test("a beginning that several commands have is answered with those")
    func several() {
        #expect(
            MetaCommand.request(":s c") == .unclear("s", candidates: [":show", ":set", ":save"]))
    }
}
