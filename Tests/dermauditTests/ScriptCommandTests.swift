import Foundation
import TestSupport
import Testing

@Suite struct ScriptCommandTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    private let drawn =
        "edition 2026\ncohort c = from phantom sex in [m, f] age 10..80 fst I..VI n 20\nsample c\n"

    @Test(
        "a wrong script ends with 3, says where and what would be right, and prints no result",
        arguments: [
            ("cohort sex in [m,f] aeg 10..80 n 1", "did you mean `age`"),
            ("cohort sex in [m,f] n 1; audit MelaNet; report dpp by sex", "did you mean `dp`"),
            ("cohort sex in [m,f] n 1; audit MelaNte; report dp by sex", "did you mean `MelaNet`"),
            ("cohort sex in [m,f] age 80..10 n 1", "age 80..10"),
            ("cohort sex in [m,f] fst I..VII n 1", "`VII`"),
            ("cohort sex in [m,f] n 1; audit MelaNet; report dp by age", "cannot report by `age`"),
            ("cohort sex in [m,f] n 1; audit MelaNet; report equalized_odds by sex", "benign"),
            ("cohort sex in [m,f", "sex in [m,f"), ("\u{0}\u{1}((((", "error["),
            ("judge c with m", "not yet"),
        ])
    func wrongScripts(script: String, message: String) throws {
        let path = try folder.write("edition 2026\n" + script + "\n", to: "w.audit")
        for command in ["check", "run", "plan"] {
            let result = try program.run([command, path])
            #expect(result.code == 3, "\(command): \(result.errors)")
            #expect(result.output == "")
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.errors.contains("w.audit:"))
        }
    }

    @Test("any bytes at all are answered with a diagnostic", arguments: 0..<24)
    func anyBytes(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let bytes = (0..<400).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let path = folder.path + "/bytes.audit"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let result = try program.run(["check", path])
        #expect(result.code == 3)
        #expect(result.errors.contains("error["))
    }

    @Test("diagnostics as JSON are one object a line")
    func jsonDiagnostics() throws {
        let path = try folder.write("cohort sex in [m,f] aeg 10..80 n 1\n", to: "w.audit")
        let result = try program.run(["check", "--json", path])
        let lines = result.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["code"] is String)
            #expect(object?["span"] is [String: Any])
        }
    }

    @Test("fmt formats, shows what would change, and tells it with its exit code")
    func format() throws {
        let path = try folder.write("edition 2026\nlet   n=2\n", to: "f.audit")
        let check = try program.run(["fmt", "--check", path])
        #expect(check.code == 6)
        let diff = try program.run(["fmt", "--diff", path])
        #expect(diff.code == 0)
        #expect(diff.output.contains("-let   n=2\n") && diff.output.contains("+let n = 2\n"))
        #expect(try program.run(["fmt", path]).code == 0)
        #expect(try program.run(["fmt", "--check", path]).code == 0)
        #expect(try folder.read("f.audit").contains("let n = 2\n"))
        #expect(
            try program.run(["fmt", "-"], input: "edition 2026\nlet   n=2\n").output.contains("let n = 2\n"))
    }

    @Test("fmt leaves a script with errors alone and ends with 3")
    func formatWrong() throws {
        let path = try folder.write("let n = = 2\n", to: "f.audit")
        let result = try program.run(["fmt", path])
        #expect(result.code == 3)
        #expect(result.errors.contains("error["))
        #expect(try folder.read("f.audit") == "let n = = 2\n")
    }

    @Test("-D gives a `let` another value, and an unknown name is an error with the nearest one")
    func definitions() throws {
        let path = try folder.write("edition 2026\nlet size = 2\nprint size * 10\n", to: "d.audit")
        #expect(try program.run(["run", path]).output == "20\n")
        #expect(try program.run(["run", path, "-D", "size=5"]).output == "50\n")
        let wrong = try program.run(["run", path, "-D", "siez=5"])
        #expect(wrong.code == 3)
        #expect(wrong.errors.contains("size"))
    }

    @Test("results are printed as reports show them, and in full for programs")
    func printedResults() throws {
        let table =
            "image,dx,predicted,sex\n" + (0..<7).map { "\($0),mel,\($0 < 5 ? "mel" : "nv"),f\n" }.joined()
        try folder.write(table, to: "p.csv")
        let path = try folder.write(
            """
            edition 2026
            dataset d = predictions("p.csv") with labels dx, predicted predicted, positive mel
            print accuracy of d, 1 - accuracy of d, accuracy of d * 0 + 1, 1 / 3

            """, to: "p.audit")
        #expect(try program.run(["run", path]).output == "0.714 0.286 1.000 0.3333333333333333\n")
        #expect(
            try program.run(["run", "--json", path]).output
                == "0.7142857142857143 0.2857142857142857 1 0.3333333333333333\n")
    }

    @Test("a grid may have rows alone, or columns alone")
    func gridSides() throws {
        let path = try folder.write(
            """
            edition 2026
            cohort c = from phantom sex in [m, f] age 20..30 n 1
            plot grid of c rows sex*age to "rows.png"
            plot grid of c columns sex to "columns.png"

            """, to: "g.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 0, "\(result.errors)")
        for name in ["rows.png", "columns.png"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
            #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }

    @Test("explain knows codes and metrics and offers the nearest")
    func explain() throws {
        #expect(try program.run(["explain", "E0302"]).output.hasPrefix("E0302: "))
        #expect(try program.run(["explain", "dp"]).output.hasPrefix("dp: DP (max-min accuracy)"))
        let unknown = try program.run(["explain", "E0"])
        #expect(unknown.code == 2)
        #expect(unknown.output == "")
    }

    @Test("colours are written when asked for, and never where NO_COLOR or a pipe forbids them")
    func colours() throws {
        let path = try folder.write("let n = = 2\n", to: "f.audit")
        #expect(try program.run(["check", path]).errors.contains("\u{1B}[") == false)
        #expect(try program.run(["check", path, "--color", "always"]).errors.contains("\u{1B}["))
        let quiet = program.with("NO_COLOR", "1")
        #expect(try quiet.run(["check", path, "--color", "auto"]).errors.contains("\u{1B}[") == false)
    }

    @Test("an interrupted run ends with 130, keeps its images, and the next run continues with them")
    func interrupted() throws {
        let path = try folder.write(drawn.replacing(" n 20\n", with: " n 100\n"), to: "s.audit")
        let result = try program.run(["run", path]) { process in
            let store = folder.path + "/store"
            while process.isRunning, try files(in: store) < 20 { usleep(20_000) }
            process.interrupt()
        }
        #expect(result.code == 130)
        #expect(result.output == "")
        #expect(result.errors.contains("interrupted: finished images are kept"))
        let kept = try files(in: folder.path + "/store")
        #expect(kept >= 20 && kept < 9600)
        #expect(
            try program.run([
                "run", try folder.write(drawn.replacing(" n 20\n", with: " n 1\n"), to: "t.audit"),
            ])
            .code == 0)
    }

    private func files(in store: String) throws -> Int {
        guard FileManager.default.fileExists(atPath: store) else { return 0 }
        return try FileManager.default.subpathsOfDirectory(atPath: store).count {
            $0.count == 67 && !$0.hasSuffix(".part")
        }
    }

    @Test("a failed gate ends with 1, shows the values of its parts, and its reason")
    func failedGate() throws {
        let path = try folder.write(
            "edition 2026\nlet a = 3\nrequire a + 1 < 2 because \"policy\"\n", to: "g.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 1)
        #expect(result.errors.contains("gate failed: \(path):3"))
        #expect(result.errors.contains("policy"))
        #expect(result.errors.contains("1 of 1 gates failed, 0 inconclusive"))
        #expect(result.errors.contains("false"))
    }

    @Test("a plan over the script's budget ends with 7 before anything is made")
    func overBudget() throws {
        let path = try folder.write(
            "edition 2026\nset budget 1s\n" + drawn.dropFirst(13).replacing(" n 20\n", with: " n 100\n"),
            to: "b.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 7)
        #expect(result.errors.contains("E0601"))
        #expect(try files(in: folder.path + "/store") == 0)
    }

    @Test("an output that cannot be written is found before anything runs, and is named")
    func unwritable() throws {
        try folder.write("", to: "taken")
        let path = try folder.write(
            "edition 2026\ncohort c = from phantom sex in [m, f] age 20..30 n 1\nplot grid of c rows sex columns age to \"taken/g.png\"\n",
            to: "u.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 3)
        #expect(result.errors.contains("E0420"))
        #expect(result.errors.contains("taken"))
    }

    @Test("the examples are right, and formatted but for the card, which stands as it was written")
    func examples() throws {
        let examples = BuiltProgram.checkout + "/examples/"
        let all = try FileManager.default.contentsOfDirectory(atPath: examples).filter {
            $0.hasSuffix(".audit")
        }
        // A script that needs a file besides the repository says so in its head: `## Needs data/...`.
        let names = try all.filter { name in
            let text = try String(contentsOfFile: examples + name, encoding: .utf8)
            let line = text.split(separator: "\n").first { $0.hasPrefix("## Needs data/") }
            guard let needed = line?.dropFirst(9).prefix(while: { $0 != "," && $0 != " " }) else {
                return true
            }
            return FileManager.default.fileExists(atPath: examples + needed)
        }
        #expect(
            Set(names).isSuperset(of: [
                "card.audit", "first.audit", "watanabe2025.audit", "predictions.audit",
            ]))
        for name in names { #expect(try program.run(["check", examples + name]).code == 0, "\(name)") }
        for name in names where name != "card.audit" {
            #expect(try program.run(["fmt", "--check", examples + name]).code == 0, "\(name)")
        }
        let card = try String(contentsOfFile: examples + "card.audit", encoding: .utf8)
        #expect(card == "cohort sex in [m,f] age 10..80 fst I..VI n 100; audit MelaNet; report dp by age\n")
    }
}
