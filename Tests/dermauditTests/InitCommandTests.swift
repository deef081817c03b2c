import Foundation
import TestSupport
import Testing

@Suite struct InitCommandTests {
    let folder: TemporaryFolder
    let program: BuiltProgram

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    /// A table with these columns, 60 rows of both classes.
    private func table(_ header: String, _ row: (Int) -> String) -> String {
        ([header] + (0..<60).map(row)).joined(separator: "\n") + "\n"
    }

    @Test(
        "a script is written that passes the check, is in the one form, and runs",
        arguments: [
            "image,diagnosis,sex,age_approx,skin_type,p_melanoma", "id,label,gender,age,fst,score",
            "isic_id,y_true,Sex,Age,fitzpatrick,y_pred",
        ])
    func runs(header: String) throws {
        let isDecided = header.hasSuffix("y_pred")
        let isWord = header.contains("diagnosis")
        let text = table(header) { index in
            let isPositive = index % 2 == 0
            let label = isWord ? (isPositive ? "melanoma" : "nevus") : (isPositive ? "1" : "0")
            let score = isDecided ? "\(index % 3 == 0 ? 1 : 0)" : "0.\(index + 10)"
            return
                "case\(index),\(label),\(index % 4 < 2 ? "male" : "female"),\(20 + index),\(index % 6 + 1),\(score)"
        }
        try folder.write(text, to: "preds.csv")
        let made = try program.run(["init", "--predictions", "preds.csv", "-o", "audit.audit"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(try program.run(["check", "audit.audit"]).code == 0)
        #expect(try program.run(["fmt", "--check", "audit.audit"]).code == 0)
        let ran = try program.run(["run", "audit.audit"])
        #expect(ran.code == 0, "\(ran.errors)")
        #expect(ran.output.contains("sex"))
        let script = try folder.read("audit.audit")
        #expect(script.contains("60 rows, of which"))
        #expect(script.contains("## 30 are positive, 30 negative"))
    }

    @Test("patients whose rows repeat become the unit, and a column of weights is spoken of")
    func columns() throws {
        try folder.write(
            table("image,label,score,sex,patient_id,weight") {
                "\($0),\($0 % 2),0.\($0 + 10),\($0 % 3 == 0 ? "m" : "f"),P\($0 / 3),\($0 % 4)"
            }, to: "p.csv")
        let made = try program.run(["init", "--predictions", "p.csv", "-o", "a.audit"])
        #expect(made.code == 0, "\(made.errors)")
        let script = try folder.read("a.audit")
        #expect(script.contains("cluster patient_id"))
        #expect(script.contains("# Column `weight` may hold weights"))
        #expect(try program.run(["check", "a.audit"]).code == 0)
        #expect(try program.run(["run", "a.audit"]).output.contains("the unit of audited is patient_id"))
        try folder.write(
            table("image,label,score,patient_id") { "\($0),\($0 % 2),0.5,P\($0)" }, to: "q.csv")
        #expect(try !program.run(["init", "--predictions", "q.csv"]).output.contains("cluster"))
    }

    /// The drawn photographs of the examples in `shots`.
    private func photographs() throws {
        try FileManager.default.copyItem(
            atPath: BuiltProgram.checkout + "/examples/data/photographs", toPath: folder.path + "/shots")
    }

    @Test(
        "a folder of photographs gets a script that passes the check and runs, by a table in it or beside it",
        arguments: ["meta.csv", "shots/meta.csv"])
    func images(table: String) throws {
        try photographs()
        try folder.write(
            """
            isic_id,dx,sex,age_approx,lesion_id
            melanoma_f_1.png,mel,female,30,1
            melanoma_m_1.png,mel,male,50,2
            benign_f_1.png,nv,female,70,3
            benign_m_1.png,nv,male,35,3
            gone.png,nv,male,35,4

            """, to: table)
        try folder.write("no,table\n\"", to: "broken.csv")
        let made = try program.run(["init", "--images", "shots", "-o", "audit.audit"])
        #expect(made.code == 0, "\(made.errors)")
        let script = try folder.read("audit.audit")
        #expect(script.contains("8 photographs, 4 of them with a row"))
        #expect(script.contains("labels \"\(table)\" dx"))
        #expect(script.contains("id isic_id") && script.contains("cluster lesion_id"))
        #expect(try program.run(["check", "audit.audit"]).code == 0)
        #expect(try program.run(["fmt", "--check", "audit.audit"]).code == 0)
        let ran = try program.run(["run", "audit.audit"])
        #expect(ran.code == 0, "\(ran.errors)")
        #expect(ran.output.contains("MelaNet on photographs by sex"))
    }

    @Test("a folder without photographs, and one that no table names, are refused with what helps")
    func unlisted() throws {
        try folder.write("image,dx\na,mel\n", to: "empty/meta.csv")
        let empty = try program.run(["init", "--images", "empty"])
        #expect(empty.code == 4 && empty.errors.contains("no photograph in this folder"), "\(empty.errors)")
        try photographs()
        try folder.write("image,dx\nstranger,mel\n", to: "other.csv")
        let alone = try program.run(["init", "--images", "shots"])
        #expect(alone.code == 4 && alone.errors.contains("benign_f_1.png"), "\(alone.errors)")
        let named = try program.run(["init", "--images", "shots", "--labels", "other.csv"])
        #expect(named.code == 4 && named.errors.contains("no row of `other.csv`"), "\(named.errors)")
        #expect(try program.run(["init"]).code == 2)
        #expect(try program.run(["init", "--labels", "other.csv", "--predictions", "other.csv"]).code == 2)
    }

    @Test("an existing script is not replaced unless asked")
    func existing() throws {
        try folder.write(table("image,label,score") { "\($0),\($0 % 2),0.5" }, to: "p.csv")
        try folder.write("mine", to: "a.audit")
        let kept = try program.run(["init", "--predictions", "p.csv", "-o", "a.audit"])
        #expect(kept.code == 2)
        #expect(try folder.read("a.audit") == "mine")
        #expect(try program.run(["init", "--predictions", "p.csv", "-o", "a.audit", "--force"]).code == 0)
        #expect(try folder.read("a.audit").hasPrefix("edition 2026"))
    }

    @Test("the script may lie in another folder than the table")
    func folders() throws {
        try folder.write(
            table("image,label,score,sex") { "\($0),\($0 % 2),0.5,\($0 % 3 == 0 ? "m" : "f")" },
            to: "data/p.csv")
        let made = try program.run(["init", "--predictions", "data/p.csv", "-o", "scripts/a.audit"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(try folder.read("scripts/a.audit").contains("predictions(\"../data/p.csv\")"))
    }

    @Test(
        "a table that cannot be audited is refused with what was found and what helps",
        arguments: [
            ("", "is empty"), ("image,label,score\n", "no rows"), ("image,score\na,0.5\n", "true class"),
            ("image,label\na,1\n", "no column is a prediction"),
            ("image,label,score\na,1,1.5\n", "no probabilities"),
            ("image,label,score\na,red,0.5\nb,blue,0.5\n", "--positive"),
            ("image,label,score,sex\na,1,0.5,x\n", "no value of `sex`"),
            ("image,label,score\na,1\n", "expected 3"), ("image,label,label\na,1,0\n", "two columns"),
            ("image,label,score\na,,0.5\n", "is empty"), ("a,\"b\nc", "never closed"),
        ])
    func refusals(text: String, message: String) throws {
        try folder.write(text, to: "p.csv")
        let result = try program.run(["init", "--predictions", "p.csv", "-o", "a.audit"])
        #expect(result.code == 4)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/a.audit"))
    }

    @Test("a class that the names do not say can be named")
    func positive() throws {
        try folder.write(
            table("image,label,score") { "\($0),\($0 % 2 == 0 ? "red" : "blue"),0.5" }, to: "p.csv")
        let made = try program.run(["init", "--predictions", "p.csv", "--positive", "RED"])
        #expect(made.code == 0)
        #expect(made.output.contains("positive [red]"))
        let wrong = try program.run(["init", "--predictions", "p.csv", "--positive", "green"])
        #expect(wrong.code == 4)
        #expect(wrong.errors.contains("`red`, `blue`"))
    }
}
