import Foundation
import TestSupport
import Testing

@Suite("Paths in files that others use")
struct UsedPathTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
        let table = "image,predicted,sex\n1,mel,f\n2,nv,m\n3,mel,m\n4,nv,f\n"
        try folder.write(table, to: "shared/tables/predictions.csv")
        try folder.write("image,dx\n1,mel\n2,mel\n3,mel\n4,nv\n", to: "shared/tables/truth.csv")
        try folder.write(table.replacing("nv", with: "mel"), to: "own.csv")
        try folder.write("let kind = \"mel\"\n", to: "shared/deep/words.audit")
        try folder.write(
            """
            edition 2026
            use "deep/words.audit"
            use "../shared/deep/words.audit" as again
            dataset holdout = predictions("tables/predictions.csv") with
                id image,
                labels "./tables/truth.csv" dx,
                predicted predicted,
                positive kind
            def read(file: string) {
                dataset d = predictions(file) with id image, labels "tables/truth.csv" dx, predicted predicted, positive kind
                report accuracy of d
                export it.report to "out/{again.kind}.csv"
            }

            """, to: "shared/library.audit")
    }

    @Test("what a used file reads begins at its folder; what it is given and what is written at the script's")
    func used() throws {
        let script =
            "edition 2026\nuse \"../shared/library.audit\" as l\nprint accuracy of l.holdout\nl.read(\"../own.csv\")\n"
        try folder.write(script, to: "audits/main.audit")
        for place in [folder.path + "/audits/main.audit", "audits/main.audit"] {
            let result = try program.run(["run", place])
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.hasPrefix("0.750\n"))
        }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/audits/out/mel.csv"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/shared/out"))
        #expect(try program.run(["check", "shared/library.audit"]).code == 0)
    }

    @Test("a file that is missing there is named as the script sees it, and a circle is found")
    func wrong() throws {
        try folder.write(
            "edition 2026\ndataset d = predictions(\"no.csv\") with labels dx, predicted p\n",
            to: "lib/a.audit")
        try folder.write("edition 2026\nuse \"lib/a.audit\"\n", to: "main.audit")
        let missing = try program.run(["check", "main.audit"])
        #expect(missing.code == 3)
        #expect(missing.errors.contains("lib/no.csv"))
        try folder.write("edition 2026\nuse \"../lib/./a.audit\"\n", to: "lib/a.audit")
        let circle = try program.run(["check", "main.audit"])
        #expect(circle.code == 3)
        #expect(circle.errors.contains("uses itself"))
    }
}
