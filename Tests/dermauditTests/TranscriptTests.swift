import Foundation
import TestSupport
import Testing

@Suite("The transcript of the language's specification, at a terminal")
struct TranscriptTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path).with("NO_COLOR", "1")
    }

    /// Section 9.10 with drawn lesions in place of sampled ones, which take a minute.
    @Test("exploration: describe, complete, report, mistype, ask, plan, save")
    func transcript() throws {
        let terminal = try PseudoTerminal(["repl"], program: program)
        try terminal.waitFor("dermaudit 0.1.0 (edition 2026). :help for help")
        try terminal.waitFor("> ")
        terminal.type("cohort sex in [m,f] age 10..80 fst I..VI n 2 from phantom\r")
        try terminal.waitFor("cohort _1: 2 sex x 8 age x 6 fst = 96 cells x 2 = 192 images")
        try terminal.waitFor("> ")
        terminal.type("audit Mela\t")
        try terminal.waitFor("MelaNet")
        terminal.type("\r")
        try terminal.waitFor("audit _2: MelaNet on _1")
        try terminal.waitFor("> ")
        try report(terminal)
        try questions(terminal)
        terminal.type(":quit\r")
        #expect(terminal.waitForExit() == 0)
        #expect(
            try folder.read("explore.audit") == """
                edition 2026
                cohort sex in [m, f] age 10..80 fst I..VI n 2 from phantom
                audit MelaNet
                report dp by age

                """)
        let saved = try program.run(["run", "explore.audit"])
        #expect(saved.code == 0)
        #expect(saved.output.contains("DP (max-min accuracy)"))
    }

    /// The report, with progress on the way, then the same with a wrong word.
    private func report(_ terminal: PseudoTerminal) throws {
        terminal.type("report dp by age\r")
        try terminal.waitFor("sampling and scoring 192/192", seconds: 300)
        for part in [
            "age    n  accuracy  95 % interval (wilson)", "10    24  ", "80    24  ", "all  192",
            "DP (max-min accuracy)", "expected by chance",
            "W1202: n from 24 a group cannot tell this gap from none",
            "> ",
        ] {
            try terminal.waitFor(part)
        }
        terminal.type("report dp by aeg\r")
        try terminal.waitFor("error[E0302]: no attribute `aeg`")
        try terminal.waitFor("did you mean `age`?")
        try terminal.waitFor("> ")
    }

    /// What something is and what it would cost, and the script of what succeeded.
    private func questions(_ terminal: PseudoTerminal) throws {
        terminal.type(":type dp by age\r")
        try terminal.waitFor("number: dp (DP (max-min accuracy)), by age")
        try terminal.waitFor("> ")
        terminal.type(":plan it.cohort with n 100\r")
        try terminal.waitFor("96 cells x 100 = 9 600 images")
        try terminal.waitFor("cached 2 %")
        try terminal.waitFor("> ")
        terminal.type(":save \(folder.path)/explore.audit\r")
        try terminal.waitFor("wrote 3 statements")
        try terminal.waitFor("> ")
    }
}
