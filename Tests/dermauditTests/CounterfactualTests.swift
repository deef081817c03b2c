import Foundation
import TestSupport
import Testing

/// A Keras network with a second input (`nested.keras`, random weights) on the drawn photographs of the examples.
@Suite struct CounterfactualTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
        func copy(_ path: String, to name: String) throws {
            try FileManager.default.copyItem(
                atPath: BuiltProgram.checkout + "/" + path, toPath: folder.path + "/" + name)
        }
        try copy("Tests/ClassificationTests/Keras/Models/nested.keras", to: "m.keras")
        try copy("Tests/ClassificationTests/Keras/Models/plain.keras", to: "plain.keras")
        try copy("examples/data/photographs", to: "photographs")
        try folder.write(
            """
            image,diagnosis,sex,age,site
            melanoma_f_1,melanoma,female,30,back
            melanoma_f_2,melanoma,female,,back
            melanoma_m_1,melanoma,male,50,back
            melanoma_m_2,melanoma,male,60,back
            benign_f_1,nevus,female,70,back
            benign_f_2,nevus,,40,back
            benign_m_1,nevus,male,35,back
            benign_m_2,nevus,male,45,back

            """, to: "l.csv")
    }

    private func script(metadata: String, rest: String, network: String = "m.keras") -> String {
        """
        edition 2026
        classifier m = keras("\(network)") with resize stretch bilinear, metadata \(metadata),
            classes [a, b, c, d, e, f, g, h], positive c, threshold 0.15
        dataset d = folder("photographs") with labels "l.csv" diagnosis
        \(rest)

        """
    }

    private static let told = #"{patient: ["sex f", "sex m", "sex unknown", "age / 90 else 0.5"]}"#

    /// The rows of the exported audit by classifier and image.
    private func scores() throws -> [String: [String: String]] {
        let lines = try folder.read("a.csv").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let names = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        let image = try #require(names.firstIndex(of: "image"))
        let classifier = try #require(names.firstIndex(of: "classifier"))
        let score = try #require(names.firstIndex(of: "score"))
        return lines.dropFirst().reduce(into: [:]) { table, line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            table[fields[classifier], default: [:]][fields[image]] = fields[score]
        }
    }

    @Test("each photograph is judged as recorded and as of each value, and what changes is told")
    func varied() throws {
        let rest = """
            audit a = m on d with vary sex
            report selection_rate by sex of a with min_n 1
            compare a.m_f vs a.m_m of selection_rate
            export a to "a.csv"
            """
        let path = try folder.write(script(metadata: Self.told, rest: rest), to: "s.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 0, "\(result.errors)")
        let scores = try scores()
        let (recorded, asWoman, asMan) = (scores["m"] ?? [:], scores["m_f"] ?? [:], scores["m_m"] ?? [:])
        #expect(recorded.count == 8 && asWoman.count == 8 && asMan.count == 8)
        for name in ["melanoma_f_1", "melanoma_f_2", "benign_f_1"] {
            #expect(recorded[name] == asWoman[name])
        }
        for name in ["melanoma_m_1", "melanoma_m_2", "benign_m_1"] { #expect(recorded[name] == asMan[name]) }
        #expect(asWoman["benign_m_1"] != asMan["benign_m_1"])
        let unknown = recorded["benign_f_2"]
        #expect(unknown != asWoman["benign_f_2"] && unknown != asMan["benign_f_2"])
        let text = result.output.replacing(/\s+/, with: " ")
        #expect(text.contains("m told sex f or m, all else as recorded: "))
        #expect(text.contains("of 8 decisions flip") && text.contains("McNemar's exact p"))
        #expect(text.contains("recorded f: ") && text.contains("recorded unknown: "))
        #expect(text.contains("told of everybody sex f"))
    }

    @Test("the share of decisions that flip is a number of reports and of gates")
    func flipRate() throws {
        let rest = """
            audit gate = m on d with vary sex, threshold 0.0757
            report accuracy, flip_rate by sex of gate with min_n 1
            export it.report to "r.json"
            print flip_rate of gate.m
            print max(flip_rate) by sex of gate.m
            export gate to "a.csv"
            expect upper(flip_rate of gate.m, 95%) <= 95%
            require upper(flip_rate of gate.m, 95%) <= 2%
            """
        let path = try folder.write(script(metadata: Self.told, rest: rest), to: "s.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 1, "\(result.code) \(result.errors)")
        let scores = try scores()
        let flips = (scores["m_f"] ?? [:]).mapValues { Double($0) ?? 0 }.filter { name, score in
            (score >= 0.0757) != ((Double(scores["m_m"]?[name] ?? "") ?? 0) >= 0.0757)
        }
        // By hand from the exported scores: all but melanoma_f_2, below 0.0757 as both, and benign_f_2, above it as both.
        let names = Set((scores["m"] ?? [:]).keys)
        #expect(names.subtracting(flips.keys) == ["melanoma_f_2", "benign_f_2"])
        let json = try JSONSerialization.jsonObject(with: Data(try folder.read("r.json").utf8))
        let numbers = try #require((json as? [String: Any])?["numbers"] as? [[String: Any]])
        let shown = numbers.filter { $0["metric"] as? String == "flip_rate" }
        func value(_ group: String?) -> Double? {
            shown.first { $0["group"] as? String == group }?["value"] as? Double
        }
        // Of women two of three, of men four of four, of all six of eight, whose interval is Wilson's.
        #expect(value("f") == 2.0 / 3 && value("m") == 1 && value(nil) == 0.75)
        let interval = shown.first { $0["group"] is NSNull }?["interval"] as? [String: Any]
        #expect(((interval?["low"] as? Double ?? 0) - 0.409_275_430_310_168_83).magnitude < 1e-12)
        #expect(((interval?["high"] as? Double ?? 0) - 0.928_520_787_247_890_9).magnitude < 1e-12)
        #expect(shown.allSatisfy { $0["classifier"] as? String == "m" })
        #expect(result.output.hasSuffix("0.750\n1.000\n"))
    }

    @Test(
        "what cannot be told, or varied, is an error before anything runs",
        arguments: [
            (#"{patient: ["colour f", 0, 0, 0]}"#, "vary sex", "E0435", "begins with no attribute"),
            (#"{patient: ["sex x", 0, 0, 0]}"#, "vary sex", "E0435", "`x` is no value of `sex`"),
            (#"{patient: ["age / 0", 0, 0, 0]}"#, "vary sex", "E0435", "wants a number"),
            (#"{patient: ["age 7", 0, 0, 0]}"#, "vary sex", "E0435", "age / 90 else 0.5"),
            (told, "vary colour", "E0302", "colour"),
            (told, "vary age", "E0514", "takes `age` as a number"),
            (told, "vary fst", "E0514", "takes `sex` and `age`"),
            (#"{patient: ["fst / 6", 0, 0, 0]}"#, "vary sex", "E0514", "`d` has no such attribute"),
        ])
    func refused(metadata: String, option: String, code: String, message: String) throws {
        let path = try folder.write(
            script(metadata: metadata, rest: "audit a = m on d with \(option)\nreport accuracy of a"),
            to: "s.audit")
        let result = try program.run(["check", path])
        #expect(result.code == 3)
        #expect(result.errors.contains(code) && result.errors.contains(message), "\(result.errors)")
    }

    @Test("a classifier of images alone cannot be told another sex")
    func imagesAlone() throws {
        let path = try folder.write(
            """
            edition 2026
            dataset d = folder("photographs") with labels "l.csv" diagnosis
            audit a = MelaNet on d with vary sex
            report accuracy of a

            """, to: "s.audit")
        let result = try program.run(["check", path])
        #expect(result.code == 3)
        #expect(result.errors.contains("E0514") && result.errors.contains("`MelaNet` takes images alone"))
    }

    @Test(
        "a place too few, an input that is none, and a value without a place are told at run time",
        arguments: [
            (#"{patient: ["sex f", "sex m"]}"#, "1 or 4 numbers"), (#"{person: ["sex f"]}"#, "`patient`"),
            (#"{patient: ["sex f", "sex m", "site face", 0]}"#, "site unknown, back"),
        ])
    func unfit(metadata: String, message: String) throws {
        let path = try folder.write(
            script(metadata: metadata, rest: "audit a = m on d\nreport selection_rate of a"), to: "s.audit")
        let result = try program.run(["run", path])
        #expect(result.code == 4)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
