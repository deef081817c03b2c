import Foundation
import TestSupport
import Testing

@Suite struct CompareCommandTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
        try folder.write(Self.table(shift: 0, prefix: "i"), to: "a.csv")
        try folder.write(Self.table(shift: 7, prefix: "i"), to: "b.csv")
        try folder.write(Self.table(shift: 7, prefix: "other"), to: "c.csv")
    }

    private static func table(shift: Int, prefix: String) -> String {
        let rows = (0..<120).map { index in
            let score = Double((index * 37 + shift * 11) % 100) / 100
            let isMelanoma = (index * 37) % 100 + (index % 5) * 4 > 55
            return
                "\(prefix)\(index),\(isMelanoma ? "melanoma" : "nevus"),\(index % 2 == 0 ? "m" : "f"),\(score)"
        }
        return (["image,diagnosis,sex,p_melanoma"] + rows).joined(separator: "\n") + "\n"
    }

    private func script(_ second: String, _ rest: String) -> String {
        """
        edition 2026
        dataset a = predictions("a.csv") with score [p_melanoma], threshold 0.5
        dataset b = predictions("\(second)") with score [p_melanoma], threshold 0.5
        \(rest)

        """
    }

    @Test(
        "a comparison is paired where the same images were judged, and says which",
        arguments: [("b.csv", "paired on 120 images"), ("c.csv", "different images")])
    func pairing(second: String, words: String) throws {
        try folder.write(script(second, "compare a vs b of accuracy, auroc, dp by sex"), to: "g.audit")
        let result = try program.run(["run", "g.audit"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains(words), "\(result.output)")
    }

    @Test("a comparison is exported like a report")
    func export() throws {
        let text = script("b.csv", "compare a vs b of accuracy\nexport it.report to \"x.json\"")
        try folder.write(text, to: "g.audit")
        #expect(try program.run(["run", "g.audit"]).code == 0)
        #expect(try folder.read("x.json").contains("differences"))
    }

    @Test("an image that stands twice in a table cannot be paired, and is named")
    func twice() throws {
        let table = try folder.read("b.csv")
        try folder.write(table + "i3,nevus,m,0.2\n", to: "b.csv")
        try folder.write(script("b.csv", "compare a vs b of accuracy"), to: "g.audit")
        let result = try program.run(["run", "g.audit"])
        #expect(result.code == 4)
        #expect(result.errors.contains("`i3`"), "\(result.errors)")
    }
}
