import Foundation
import TestSupport
import Testing

@Suite struct GateCommandTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
        try folder.write(Self.table, to: "d.csv")
    }

    /// 80 rows a sex; melanomas of men are found in 36 of 40 cases, those of women in 20 of 40.
    private static var table: String {
        var lines = ["image,diagnosis,sex,p_melanoma"]
        for (sex, found) in [("m", 36), ("f", 20)] {
            for index in 0..<80 {
                let isMelanoma = index < 40
                let score = isMelanoma ? (index < found ? 0.9 : 0.2) : (index < 44 ? 0.8 : 0.1)
                lines.append("\(sex)\(index),\(isMelanoma ? "melanoma" : "nevus"),\(sex),\(score)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private let head = """
        edition 2026
        dataset d = predictions("d.csv") with score [p_melanoma], threshold 0.5

        """

    @Test(
        "gates end the program with 0, 1 or 8, and each outcome is named",
        arguments: [
            ("require tpr of d > 50%", Int32(0), ""),
            ("require lower(tpr of d) >= 55%", 0, ""),
            ("require equal_opportunity by sex of d <= 10%", 1, "false: above by 0.3"),
            ("require upper(equal_opportunity by sex of d) <= 10%", 1, "gate failed: g.audit:3"),
            ("require upper(equal_opportunity by sex of d) <= 42%", 8, "gate inconclusive: g.audit:3"),
            ("require upper(equal_opportunity by sex of d) <= 90%", 0, ""),
            (
                "require upper(equal_opportunity by sex of d) <= 42% or inconclusive(upper(equal_opportunity by sex of d) <= 42%)",
                0, ""
            ),
            ("expect equal_opportunity by sex of d <= 10%", 0, "expectation failed: g.audit:3"),
            ("require argmin(tpr) by sex of d == \"f\"", 0, ""),
            ("require argmin(tpr) by sex of d == \"m\"", 1, "gate failed"),
            ("require worst(tpr) by sex of d >= 40% and max(tpr) by sex of d <= 95%", 0, ""),
            ("require difference(tpr) by sex of d == equal_opportunity by sex of d", 0, ""),
            (
                "require tpr of d > 99%; require upper(fpr of d) <= 11%", 1,
                "1 of 2 gates failed, 1 inconclusive"
            ),
        ])
    func outcomes(gate: String, code: Int32, message: String) throws {
        try folder.write(head + gate + "\n", to: "g.audit")
        let result = try program.run(["run", "g.audit"])
        #expect(result.code == code, "\(result.errors)")
        if !message.isEmpty { #expect(result.errors.contains(message), "\(result.errors)") }
        if message.isEmpty { #expect(!result.errors.contains("gate"), "\(result.errors)") }
    }

    @Test("a gate on a number without a value ends with 8 and says why")
    func undefined() throws {
        let table = "image,diagnosis,sex,p_melanoma\na,nevus,m,0.1\nb,nevus,f,0.2\n"
        try folder.write(table, to: "d.csv")
        try folder.write(head + "require tpr of d > 50%\n", to: "g.audit")
        let result = try program.run(["run", "g.audit"])
        #expect(result.code == 8)
        #expect(result.errors.contains("gate undefined: g.audit:3"))
        #expect(result.errors.contains("n/a (no positive case)"))
        #expect(result.errors.contains("0 of 1 gates failed, 0 inconclusive, 1 undefined"))
    }

    @Test("a failed gate shows every part with its value, interval and groups, and its reason")
    func diagram() throws {
        let gate = "require upper(equal_opportunity by sex of d) <= 10% because \"policy 4.2\""
        try folder.write(head + gate + "\n", to: "g.audit")
        let errors = try program.run(["run", "g.audit"]).errors
        for part in [
            "estimate 0.4", "max 0.9 sex m", "min 0.5 sex f", "n 80 a group", "95% ", "  policy 4.2",
        ] {
            #expect(errors.contains(part), "\(part): \(errors)")
        }
    }

    @Test(
        "gates stand in the files that a build server reads",
        arguments: [("g.junit.xml", "<failure"), ("g.sarif", "\"level\""), ("g.json", "gates")])
    func files(name: String, part: String) throws {
        let script = """
            report tpr by sex of d
            require upper(equal_opportunity by sex of d) <= 10% because "policy 4.2"
            export it.report to "out/\(name)"
            """
        try folder.write(head + script + "\n", to: "g.audit")
        #expect(try program.run(["run", "g.audit"]).code == 1)
        let text = try folder.read("out/" + name)
        #expect(text.contains(part))
        #expect(text.contains("policy 4.2"))
    }

    @Test(
        "an output that cannot be written is found before anything runs", arguments: ["check", "run", "plan"])
    func outputs(command: String) throws {
        try folder.write("", to: "taken")
        try folder.write(
            head + "report tpr by sex of d\nexport it.report to \"taken/r.csv\"\n", to: "g.audit")
        let result = try program.run([command, "g.audit"])
        #expect(result.code == 3)
        #expect(result.output == "")
        #expect(result.errors.contains("error[E0420]"))
        #expect(
            result.errors.contains("`./taken` is not a folder") || result.errors.contains("is not a folder"))
    }

    @Test("gates on weighted rows judge estimates, and say that these have no interval")
    func weighted() throws {
        let lines = Self.table.split(separator: "\n")
        let weighted = [lines[0] + ",w"] + lines.dropFirst().map { $0 + ($0.contains(",f,") ? ",3" : ",1") }
        try folder.write(weighted.joined(separator: "\n") + "\n", to: "d.csv")
        let head = head.replacing("threshold 0.5", with: "threshold 0.5, weight w")
        // (36 x 1 + 20 x 3) / (40 x 1 + 40 x 3)
        try folder.write(head + "require tpr of d == 60%\nrequire tpr of d > 61%\n", to: "g.audit")
        let judged = try program.run(["run", "g.audit"])
        #expect(judged.code == 1)
        #expect(judged.errors.contains("1 of 2 gates failed"))
        #expect(judged.errors.contains("weighted, so without an interval"))
        try folder.write(head + "require lower(tpr of d) > 50%\n", to: "g.audit")
        let refused = try program.run(["run", "g.audit"])
        #expect(refused.code == 3)
        #expect(refused.errors.contains("error[E0518]"))
    }
}
