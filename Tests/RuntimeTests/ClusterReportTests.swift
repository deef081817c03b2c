import Diagnostics
import Foundation
import Semantics
import Testing

@testable import Runtime

/// What `cluster COLUMN` of a data set does in a whole run.
@Suite struct ClusterReportTests {
    /// Three images of each of eighty patients; label, score, sex, site and patient.
    private static let rows: String = {
        var lines = ["label,score,sex,site,patient_id"]
        for patient in 0..<80 {
            for image in 0..<3 {
                let isMelanoma = (patient + image) % 3 == 0
                let score = Double((patient * 37 + image * 5 + (isMelanoma ? 40 : 0)) % 101) / 100
                let site = ["back", "face", "hand"][image]
                lines.append(
                    "\(isMelanoma ? "melanoma" : "benign"),\(score),\(patient % 2 == 0 ? "m" : "f"),\(site),"
                        + (patient == 7 && image == 0 ? "" : "P\(patient)"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    private func bench(
        _ statement: String, cluster: String = ", cluster patient_id", rows: String = rows
    ) async throws -> Workbench {
        let bench = try Workbench()
        try bench.folder.write(rows, to: "p.csv")
        let outcome = try await bench.run(
            "dataset d = predictions(\"p.csv\") with labels label, score \"score\", threshold 0.5\(cluster)\n"
                + statement)
        #expect(outcome.failure == nil, "\(outcome.failure?.message ?? "")")
        return bench
    }

    private func report(_ statement: String, cluster: String = ", cluster patient_id") async throws
        -> [String: Any]
    {
        let bench = try await bench(statement + "\nexport it.report to \"r.json\"", cluster: cluster)
        let data = Data(try bench.folder.read("r.json").utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func number(_ report: [String: Any], _ metric: String, group: String? = nil) throws -> [String:
        Any]
    {
        let numbers = try #require(report["numbers"] as? [[String: Any]])
        return try #require(
            numbers.first { $0["metric"] as? String == metric && $0["group"] as? String == group },
            "\(metric)")
    }

    private func notes(_ report: [String: Any]) throws -> [String: String] {
        let notes = try #require(report["notes"] as? [[String: String]])
        return Dictionary(notes.map { ($0["code"] ?? "", $0["text"] ?? "") }) { first, _ in first }
    }

    private func method(_ number: [String: Any], _ part: String) -> String? {
        (number[part] as? [String: Any])?["method"] as? String
    }

    @Test("intervals, tests and chance level of clustered rows say what they counted")
    func unit() async throws {
        let report = try await report(
            "report accuracy, auroc, brier, dp, auc_gap by sex of d with correct holm, test permutation 199")
        let accuracy = try number(report, "accuracy", group: "m")
        #expect(accuracy["unit"] as? String == "patient_id")
        #expect(accuracy["clusters"] as? Int == 40)
        #expect(method(accuracy, "interval") == "wilson clustered")
        #expect(method(try number(report, "auroc", group: "m"), "interval") == "obuchowski")
        #expect(method(try number(report, "brier", group: "m"), "interval") == "cluster bootstrap percentile")
        for gap in ["dp", "auc_gap"] {
            let found = try number(report, gap)
            #expect(method(found, "test") == "drawn permutations of clusters")
            #expect(found["expected_under_null"] is Double && found["null_quantile_95"] is Double)
            #expect(found["clusters"] as? Int == 81)
        }
        let note = try #require(try notes(report)["unit"])
        #expect(note.contains("240 rows as 81 clusters (1 without a value, each its own)"))
        let section = try #require((report["sections"] as? [[String: Any]])?.first)
        let pair = try #require((section["pairs"] as? [[String: Any]])?.first)
        #expect(method(pair, "test") == "drawn permutations of clusters of two groups")
        let association = try #require((section["associations"] as? [[String: Any]])?.first)
        #expect(method(association, "test") == "Pearson chi-squared, drawn permutations of clusters")
    }

    @Test(
        "every form of report says what the unit was",
        arguments: ["txt", "html", "md", "tex", "csv", "json", "junit.xml", "sarif"])
    func forms(ending: String) async throws {
        let bench = try await bench(
            "report accuracy, dp by sex of d with test permutation 99\nrequire dp by sex of d <= 90%\n"
                + "export it.report to \"r.\(ending)\"")
        let text = try bench.folder.read("r.\(ending)").replacing("\\_", with: "_").replacing(
            "\\allowbreak{}", with: "")
        #expect(text.contains("the unit of d is patient_id, not the image"))
    }

    @Test(
        "every form of report warns of groups of few patients",
        arguments: ["txt", "html", "md", "tex", "csv", "json", "junit.xml", "sarif"])
    func fewClusters(ending: String) async throws {
        // The first 41 patients; one row of one of them names none.
        let rows = Self.rows.split(separator: "\n").prefix(1 + 3 * 41).joined(separator: "\n") + "\n"
        let bench = try await bench(
            "report accuracy, dp by sex of d\nrequire dp by sex of d <= 90%\n"
                + "export it.report to \"r.\(ending)\"", rows: rows)
        let text = try bench.folder.read("r.\(ending)").replacing("\\_", with: "_")
            .replacing("\\allowbreak{}", with: "").replacing("`", with: "").replacing("\n  ", with: " ")
        #expect(text.contains("fewer than 30 values of"))
        let whole = try await self.bench(
            "report accuracy, dp by sex of d\nrequire dp by sex of d <= 90%\n"
                + "export it.report to \"r.\(ending)\"")
        #expect(try !whole.folder.read("r.\(ending)").contains("fewer than 30"))
    }

    @Test("patients who span the groups are exchanged within themselves")
    func spanning() async throws {
        let report = try await report(
            "report accuracy, dp by site of d with to overall, test permutation 199")
        let gap = try number(report, "dp")
        #expect(method(gap, "interval") == "newcombe clustered bonferroni")
        let section = try #require((report["sections"] as? [[String: Any]])?.first)
        let reference = try #require(
            (section["references"] as? [[String: Any]])?.first { $0["first"] as? String == "back" })
        #expect(method(reference, "interval") == "cluster bootstrap percentile")
    }

    @Test("rows that repeat a patient nobody spoke of are told of, with how often")
    func unstated() async throws {
        let report = try await report("report accuracy by sex of d", cluster: "")
        let note = try #require(try notes(report)["W1214"])
        #expect(note.contains("239 rows share 80 values of `patient_id`"))
        #expect(try number(report, "accuracy")["unit"] as? String == "image")
        #expect(try number(report, "accuracy")["clusters"] is NSNull)
    }

    @Test("a comparison of two sets of predictions swaps whole patients")
    func compared() async throws {
        let bench = try Workbench()
        let lines = Self.rows.split(separator: "\n").enumerated().map {
            $0 == 0 ? "image,\($1)" : "i\($0),\($1)"
        }
        try bench.folder.write(lines.joined(separator: "\n") + "\n", to: "a.csv")
        try bench.folder.write(
            lines.joined(separator: "\n").replacing("0.5", with: "0.3") + "\n", to: "b.csv")
        let options = "labels label, score \"score\", threshold 0.5, cluster patient_id"
        let outcome = try await bench.run(
            """
            dataset a = predictions("a.csv") with \(options)
            dataset b = predictions("b.csv") with \(options)
            compare a vs b of accuracy, auroc, dp by sex
            export it.report to "r.json"
            """)
        #expect(outcome.failure == nil)
        let data = Data(try bench.folder.read("r.json").utf8)
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let differences = try #require(report["differences"] as? [[String: Any]])
        for difference in differences {
            #expect(method(difference, "test")?.hasPrefix("paired cluster permutation") == true)
            #expect(method(difference, "interval")?.hasPrefix("cluster bootstrap") == true)
        }
        #expect(differences.count > 3)
    }

    @Test("gates rest on bounds that respect clusters")
    func gates() async throws {
        let bench = try await bench("print upper(dp by sex of d), lower(accuracy of d), dp by sex of d")
        let alone = try await self.bench("print upper(dp by sex of d)", cluster: "")
        let found = bench.console.results.joined().split(separator: " ").compactMap { Double($0) }
        let plain = alone.console.results.joined().split(separator: " ").compactMap { Double($0) }
        #expect(found.count == 3 && plain.count == 1)
        #expect(found[0] > plain[0])
    }

    @Test("the pedantic check asks whether rows share what a column's name says")
    func lint() throws {
        let bench = try Workbench()
        try bench.folder.write(Self.rows, to: "p.csv")
        let script = "edition 2026\ndataset d = predictions(\"p.csv\") with labels label, score \"score\""
        for (text, codes) in [(script, ["W1214"]), (script + ", cluster patient_id", [])] {
            let result = Checker.check(
                source: Source(name: "t.audit", text: text + "\n"),
                schema: FolderSchema(folder: bench.folder.path), isPedantic: true)
            #expect(result.diagnostics.map { "\($0.code)" } == codes)
        }
    }
}
