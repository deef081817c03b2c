import Foundation
import TestSupport
import Testing

@testable import Runtime

@Suite struct PhotographTests {
    private let labels = """
        image_id,dx,sex,age
        a,mel,male,0
        b.png,nv,female,30
        c.jpg,mel,female,60
        sub/d,nv,,70
        gone,mel,male,50
        e_downsampled,mel,female,40
        """

    /// A bench with photographs of a to e, one more without a row, and one that is cut off.
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        try PhotographFolder.write("photos/a.JPG", to: bench.folder)
        try PhotographFolder.write("photos/b.png", level: 240, to: bench.folder)
        try PhotographFolder.write("photos/deep/er/c.Jpeg", to: bench.folder)
        try PhotographFolder.write("photos/sub/d.png", level: 10, to: bench.folder)
        try PhotographFolder.write("photos/e.png", level: 250, to: bench.folder)
        try PhotographFolder.write("photos/stranger.png", to: bench.folder)
        try bench.folder.write("no image", to: "photos/notes.txt")
        try bench.folder.write(labels, to: "l.csv")
        return bench
    }

    private let declaration = """
        dataset d = folder("photos") with labels "l.csv" dx, positive [mel]
        audit a = MelaNet on d

        """

    private func report(_ bench: Workbench) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(try bench.folder.read("r.json").utf8))
        return try #require(json as? [String: Any])
    }

    private func numbers(_ bench: Workbench) throws -> [[String: Any]] {
        try #require(try report(bench)["numbers"] as? [[String: Any]])
    }

    /// One number of the exported report.
    private func number(_ bench: Workbench, metric: String, group: String?) throws -> [String: Any] {
        try #require(
            numbers(bench).first { $0["metric"] as? String == metric && $0["group"] as? String == group })
    }

    private func notes(_ bench: Workbench) throws -> String {
        let notes = try #require(try report(bench)["notes"] as? [[String: Any]])
        return notes.compactMap { $0["text"] as? String }.joined(separator: "\n")
    }

    @Test("photographs are found with and without extension and folder, and those without a partner are told")
    func found() async throws {
        let bench = try bench()
        let script = declaration + "report accuracy, tpr by sex of a\nexport it.report to \"r.json\""
        #expect(try await bench.run(script).exitCode == .success)
        // a, b, c are right; d is dark and benign, e pale and a melanoma.
        #expect(try number(bench, metric: "accuracy", group: nil)["value"] as? Double == 0.6)
        #expect(try number(bench, metric: "accuracy", group: "f")["n"] as? Int == 3)
        let notes = try notes(bench)
        #expect(notes.contains("1 row has no photograph in photos and no part in this: gone"))
        #expect(notes.contains("1 photograph has no row in l.csv and no part in this: stranger.png"))
    }

    @Test("a photograph that is cut off is named with its reason and takes no part")
    func damaged() async throws {
        let bench = try bench()
        try PhotographFolder.darkJPEG.prefix(120).write(
            to: URL(fileURLWithPath: bench.folder.path + "/photos/deep/er/c.Jpeg"))
        try bench.folder.write("", to: "photos/e.png")
        let script = declaration + "report accuracy of a\nexport it.report to \"r.json\""
        #expect(try await bench.run(script).exitCode == .success)
        #expect(try number(bench, metric: "accuracy", group: nil)["n"] as? Int == 3)
        let notes = try notes(bench)
        #expect(notes.contains("2 photographs cannot be read and have no part in this"))
        #expect(notes.contains("`deep/er/c.Jpeg` is a damaged JPEG file"))
        #expect(notes.contains("`e.png` is neither PNG nor JPEG: it is empty"))
    }

    @Test(
        "folders and tables that do not fit end the run with a reason",
        arguments: [
            ("image_id,dx\nx,mel\ny,nv\n", "rows say `x`, files are called `a.JPG`"),
            ("image_id,dx\na,mel\na.jpg,nv\n", "`a` and `a.jpg` in `l.csv` are the same photograph, `a.JPG`"),
            ("image_id,dx\nf,mel\n", "`f` in `l.csv` may be `deep/f.png` or `f.png`"),
        ])
    func misfits(table: String, message: String) async throws {
        let bench = try bench()
        try PhotographFolder.write("photos/f.png", to: bench.folder)
        try PhotographFolder.write("photos/deep/f.png", to: bench.folder)
        try bench.folder.write(table, to: "l.csv")
        let outcome = try await bench.run(declaration + "report accuracy of a")
        #expect(outcome.failure?.code == "E0811")
        #expect(outcome.failure?.message.contains(message) == true, "\(outcome.failure?.message ?? "none")")
        #expect(outcome.exitCode == .runFailure)
    }

    @Test("rows without a value are a group where the script says so, else they leave the grouping")
    func unknownValues() async throws {
        let bench = try bench()
        func run(_ options: String) async throws {
            let script = """
                dataset d = folder("photos") with labels "l.csv" dx, positive [mel]\(options)
                audit a = MelaNet on d
                report accuracy by sex, age bin 50 of a
                export it.report to "r.json"
                """
            #expect(try await bench.run(script).exitCode == .success)
        }
        try await run("")
        #expect(try numbers(bench).allSatisfy { $0["group"] as? String != "unknown" })
        #expect(try number(bench, metric: "accuracy", group: "0-49")["n"] as? Int == 3)
        try await run(", unknown group, missing {age: 0}")
        #expect(try number(bench, metric: "accuracy", group: "unknown")["n"] as? Int == 1)
        #expect(try number(bench, metric: "accuracy", group: "0-49")["n"] as? Int == 2)
        try await run(", only {sex: [female]}")
        #expect(try number(bench, metric: "accuracy", group: nil)["n"] as? Int == 3)
        #expect(try !notes(bench).contains("no row in"))
    }

    @Test("scores are kept by the content of a photograph, and a changed photograph is judged anew")
    func kept() async throws {
        let bench = try bench()
        let script = declaration + "report accuracy of a\nexport it.report to \"r.json\""
        #expect(try await bench.run(script).exitCode == .success)
        #expect(try number(bench, metric: "accuracy", group: nil)["value"] as? Double == 0.6)
        let before = try #require(try report(bench)["sections"] as? [[String: Any]])
        // A second run takes all scores from the store: b.png under another name, and e.png made dark.
        try PhotographFolder.write("photos/e.png", level: 30, to: bench.folder)
        #expect(try await bench.run(script).exitCode == .success)
        #expect(try number(bench, metric: "accuracy", group: nil)["value"] as? Double == 0.8)
        #expect(before.count == 1)
    }

    @Test(
        "several classifiers are compared on the photographs that they all judged, at any number of threads")
    func paired() async throws {
        var texts: [String] = []
        for threads in [1, 3] {
            var bench = try bench()
            bench.options.threads = threads
            let script = """
                dataset d = folder("photos") with labels "l.csv" dx, positive [mel]
                audit a = MelaNet, DeepGuide on d
                compare a.MelaNet vs a.DeepGuide of accuracy by sex
                export a to "a.csv"
                """
            #expect(try await bench.run(script).exitCode == .success)
            #expect(bench.console.results.joined().contains("paired on 5 images that both judged"))
            texts.append(try bench.folder.read("a.csv"))
        }
        #expect(texts[0] == texts[1])
        #expect(texts[0].contains("cohort,classifier,sex,age,image,positive,score,predicted"))
        #expect(texts[0].contains("d,DeepGuide,f,30,b.png,0,"))
    }
}
