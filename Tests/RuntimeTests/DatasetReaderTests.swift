import Foundation
import Semantics
import Statistics
import Testing

@testable import Runtime

@Suite struct DatasetReaderTests {
    private let predictions = """
        image,p,sex,age
        a.jpg,0.9,male,31
        b.jpg,0.2,female,38
        c.jpg,0.5,male,47.5
        d.jpg,,female,60
        e.jpg,0.1,unknown,
        """
    private let labels = """
        image_id,dx
        a,mel
        b,MEL
        c,nv
        d,nv
        e,nv
        """

    private func run(
        _ bench: Workbench, predictions: String? = nil,
        report: String = "report accuracy, tpr by sex, age of d"
    ) async throws -> RunOutcome {
        try bench.folder.write(predictions ?? self.predictions, to: "p.csv")
        try bench.folder.write(labels, to: "l.csv")
        return try await bench.run(
            """
            dataset d = predictions("p.csv") with
                labels "l.csv" dx, id image image_id, positive [mel], score [p], threshold 0.5
            \(report)
            export it.report to "r.json"
            """)
    }

    /// One number of the exported report.
    private func number(_ bench: Workbench, metric: String, group: String?) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(try bench.folder.read("r.json").utf8))
        let numbers = try #require((json as? [String: Any])?["numbers"] as? [[String: Any]])
        return try #require(
            numbers.first { $0["metric"] as? String == metric && $0["group"] as? String == group })
    }

    @Test("predictions join their labels without regard to file extensions and to case")
    func join() async throws {
        let bench = try Workbench()
        #expect(try await run(bench).exitCode == .success)
        let accuracy = try number(bench, metric: "accuracy", group: nil)
        #expect(accuracy["n"] as? Int == 4)
        #expect(accuracy["n_pos"] as? Int == 2)
        #expect(accuracy["value"] as? Double == 0.5)
    }

    @Test("a missing attribute leaves only the groupings that use it, a missing score every statistic")
    func missing() async throws {
        let bench = try Workbench()
        #expect(try await run(bench).exitCode == .success)
        #expect(try number(bench, metric: "accuracy", group: "m")["n"] as? Int == 2)
        #expect(try number(bench, metric: "accuracy", group: "f")["n"] as? Int == 1)
        #expect(try number(bench, metric: "accuracy", group: "30-39")["n"] as? Int == 2)
        #expect(try number(bench, metric: "accuracy", group: "40-49")["n"] as? Int == 1)
    }

    @Test(
        "a bad row ends the run with 4 and its line and column, and nothing is reported",
        arguments: [
            ("image,p,sex,age\na,0.9,male,31\nb,x,female,38\n", "p.csv:3:3: column `p`: found `x`"),
            ("image,p,sex,age\na,1.5,male,31\n", "p.csv:2:3: column `p`: found `1.5`"),
            ("image,p,sex,age\na,inf,male,31\n", "p.csv:2:3: column `p`: found `inf`"),
            ("image,p,sex,age\na,0.9,male\n", "p.csv:2:7: found 3 fields in this row, expected 4"),
            ("image,p,sex,age\na,0.9,martian,31\n", "p.csv:2:7: column `sex`: found `martian`"),
            ("image,p,sex,age\na,0.9,male,old\n", "p.csv:2:12: column `age`: found `old`"),
            ("image,p,sex,age\na,\"0.9,male,31\n", "p.csv:2:3: the quoted field"),
        ])
    func badRow(text: String, message: String) async throws {
        let bench = try Workbench()
        let outcome = try await run(bench, predictions: text)
        #expect(outcome.exitCode == .runFailure)
        #expect(outcome.failure?.code == "E0803")
        #expect(outcome.failure?.message.contains(message) == true, "\(outcome.failure?.message ?? "")")
        #expect(bench.console.results == [])
        #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/r.json"))
    }

    @Test("two labels of one image are an error that names both lines")
    func duplicateLabel() async throws {
        let bench = try Workbench()
        try bench.folder.write("image,p,sex,age\na,0.9,male,31\n", to: "p.csv")
        try bench.folder.write("image_id,dx\na,mel\na.jpg,nv\n", to: "l.csv")
        let outcome = try await bench.run(
            """
            dataset d = predictions("p.csv") with
                labels "l.csv" dx, id image image_id, positive [mel], score [p], threshold 0.5
            report accuracy by sex of d
            """)
        #expect(
            outcome.failure?.message.contains("l.csv:3:1: `a` was already the identifier of line 2") == true)
    }

    @Test(
        "rows of predictions that repeat an identifier are told, and count",
        arguments: [
            ("a,0.9,male,31\nb.jpg,0.2,female,38\na.jpg,0.1,male,31\nb,0.3,female,38\n", "2 rows repeat"),
            ("a,0.9,male,31\nb,0.2,female,38\nc,0.2,female,38\n", ""),
        ])
    func repeatedPredictions(rows: String, message: String) async throws {
        let bench = try Workbench()
        #expect(try await run(bench, predictions: "image,p,sex,age\n" + rows).exitCode == .success)
        let json = try JSONSerialization.jsonObject(with: Data(try bench.folder.read("r.json").utf8))
        let notes = try #require((json as? [String: Any])?["notes"] as? [[String: Any]])
        let found = notes.first { $0["code"] as? String == "W1306" }?["text"] as? String
        #expect((found == nil) == message.isEmpty)
        guard let found else { return }
        #expect(found.contains(message) && found.contains("`a` in line 4, as in line 2"))
        #expect(try number(bench, metric: "accuracy", group: nil)["n"] as? Int == 4)
    }

    @Test("a large file is read row by row")
    func manyRows() throws {
        let bench = try Workbench()
        let rows = (0..<200_000).map { "\($0),0.\($0 % 10),male,40" }
        let path = try bench.folder.write("image,p,sex,age\n" + rows.joined(separator: "\n"), to: "many.csv")
        let reader = try CSVReader(path: path)
        var count = 0
        while try reader.advance() { count += 1 }
        #expect(count == 200_000)
    }

    @Test("weights come from the predictions or the labels; a row without a weight is an error that names it")
    func weights() async throws {
        let bench = try Workbench()
        func run(_ predictions: String, _ labels: String) async throws -> RunOutcome {
            try bench.folder.write(predictions, to: "p.csv")
            try bench.folder.write(labels, to: "l.csv")
            return try await bench.run(
                """
                dataset d = predictions("p.csv") with
                    labels "l.csv" dx, id image image_id, positive [mel], score [p], weight w
                report accuracy, auc of d
                export it.report to "r.json"
                """)
        }
        let plain = "image,p\na,0.9\nb,0.2\nc,0.5\nx,0.5\n"
        let weighted = "image,p,w\na,0.9,2\nb,0.2,1\nc,0.5,5\nx,0.5,1\n"
        // Of 2 + 1 + 5 the first alone is right; x has no labels and takes no part.
        #expect(try await run(weighted, "image_id,dx\na,mel\nb,mel\nc,nv\n").exitCode == .success)
        let first = try number(bench, metric: "accuracy", group: nil)
        #expect(
            first["value"] as? Double == 0.25 && first["weight"] as? Double == 8 && first["n"] as? Int == 3)
        #expect(first["interval"] is NSNull && first["interval_reason"] as? String == "weighted")
        #expect(try await run(plain, "image_id,dx,w\na,mel,2\nb,mel,1\nc,nv,5\n").exitCode == .success)
        #expect(try number(bench, metric: "accuracy", group: nil)["value"] as? Double == 0.25)
        for wrong in ["", "-1", "nan", "inf", "heavy"] {
            let outcome = try await run(
                weighted.replacing("c,0.5,5", with: "c,0.5,\(wrong)"), "image_id,dx\na,mel\nb,mel\nc,nv\n")
            #expect(outcome.exitCode == .runFailure)
            let message = outcome.failure.map { ([$0.message] + $0.notes).joined(separator: " ") } ?? ""
            #expect(message.contains("a weight of at least 0"), "\(wrong): \(message)")
        }
    }

    @Test("several classifiers of one table are told apart and compared row by row")
    func severalClassifiers() async throws {
        let bench = try Workbench()
        try bench.folder.write(
            "id,dx,sex,p,q,called\n1,mel,m,0.9,0.4,mel\n2,mel,f,0.8,0.7,nv\n3,nv,m,0.1,,nv\n4,nv,f,0.6,0.2,mel\n",
            to: "p.csv")
        let outcome = try await bench.run(
            """
            dataset d = predictions("p.csv") with labels dx, score {A: p, B: q}, predicted {C: called}
            compare d.A vs d.B of accuracy
            report accuracy by sex of d
            export it.report to "r.json"
            """)
        #expect(outcome.exitCode == .success)
        #expect(bench.console.results.joined().contains("paired on 3 images"))
        let json = try JSONSerialization.jsonObject(with: Data(try bench.folder.read("r.json").utf8))
        let numbers = try #require((json as? [String: Any])?["numbers"] as? [[String: Any]])
        let overall = numbers.filter { $0["metric"] as? String == "accuracy" && $0["group"] is NSNull }
        #expect(overall.map { $0["classifier"] as? String } == ["A", "B", "C"])
        #expect(overall.map { $0["n"] as? Int } == [4, 3, 4])
        #expect(overall.map { $0["value"] as? Double } == [0.75, 2.0 / 3, 0.5])
    }

    @Test(
        "labels of a column a class and attributes of a third table are joined, also through another column")
    func threeTables() async throws {
        let bench = try Workbench()
        try bench.folder.write("image;MEL\nx1.jpg;0,9\nx2;0,2\nx3_downsampled;0,7\nx4;0,1\n", to: "p.csv")
        try bench.folder.write("lesion,MEL,NV\nL1,1.0,0.0\nL2,0.0,1.0\n", to: "l.csv")
        try bench.folder.write(
            "image,lesion,sex\nx1,L1,male\nx2_downsampled,L2,female\nx3,L2,male\n", to: "a.csv")
        let outcome = try await bench.run(
            """
            dataset d = predictions("p.csv") with labels "a.csv" lesion, positive [L1], score MEL
            report accuracy by sex of d
            export it.report to "r.json"
            """)
        #expect(outcome.exitCode == .success)
        #expect(try number(bench, metric: "accuracy", group: "m")["n"] as? Int == 2)
        #expect(try number(bench, metric: "accuracy", group: nil)["value"] as? Double == 2.0 / 3)
    }

    @Test("a score with a decimal comma in a table of commas is an error that names it")
    func decimalComma() async throws {
        let bench = try Workbench()
        let outcome = try await run(bench, predictions: "image,p,sex,age\na,\"0,9\",male,31\n")
        #expect(outcome.failure?.message.contains("p.csv:2:3: column `p`: found `0,9`") == true)
    }

    @Test(
        "what has a weighted form in the language has one in the statistics", arguments: GroupMetric.allCases)
    func weightedForms(metric: GroupMetric) throws {
        let definition = Catalogue.standard.metric(metric.rawValue)
        let row = try RecordTable(
            labels: [true, false], scores: [0.9, 0.1], weights: [1, 2], attributes: []
        ).grouped(by: .overall).everybody
        guard let definition else { return }
        #expect(definition.hasWeightedForm == (row.weighted(metric) != nil))
    }
}
