import Foundation
import Testing

@testable import Runtime

/// What `report ... with` and metrics of other forms do in a whole run, on predictions in a file.
@Suite struct ReportOptionsTests {
    /// Rows of two sexes and two ages: label, score, sex, age.
    private static let rows: String = {
        var lines = ["label,score,sex,age"]
        for index in 0..<240 {
            let isMelanoma = index % 3 == 0
            let score = Double((index * 37 + (isMelanoma ? 55 : 0)) % 101) / 100
            lines.append(
                "\(isMelanoma ? "melanoma" : "benign"),\(score),\(index % 2 == 0 ? "m" : "f"),\(index % 5 < 2 ? 30 : 60)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    private static let dataset = """
        dataset d = predictions("p.csv") with labels label, score "score", threshold 0.5

        """

    /// A report of the rows as JSON.
    private func report(_ statement: String, rows: String = rows) async throws -> [String: Any] {
        let bench = try Workbench()
        try bench.folder.write(rows, to: "p.csv")
        let outcome = try await bench.run(Self.dataset + statement + "\nexport it.report to \"r.json\"")
        #expect(outcome.exitCode == .success, "\(outcome.failure?.message ?? "")")
        let data = Data(try bench.folder.read("r.json").utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func notes(_ report: [String: Any]) throws -> [String: String] {
        let sections = report["sections"] as? [[String: Any]] ?? []
        let all = [report["notes"]] + sections.map { $0["notes"] }
        let notes = all.compactMap { $0 as? [[String: String]] }.joined()
        return Dictionary(notes.map { ($0["code"] ?? "", $0["text"] ?? "") }) { first, _ in first }
    }

    private func number(_ report: [String: Any], _ metric: String, group: String? = nil) throws -> [String:
        Any]
    {
        let numbers = try #require(report["numbers"] as? [[String: Any]])
        return try #require(
            numbers.first { $0["metric"] as? String == metric && $0["group"] as? String == group },
            "\(metric)")
    }

    @Test(
        "every metric can be reported by groups, with a value or a reason",
        arguments: [
            "generalized_entropy", "theil", "mean_log_deviation", "gini", "calibration_in_the_large",
            "accuracy_gini", "dp_shrunk", "differential_fairness", "accuracy_variance", "difference(mcc)",
            "ratio(accuracy)", "ratio(brier)", "difference(theil)",
        ])
    func reachable(metric: String) async throws {
        let report = try await report("report \(metric) by sex of d with test permutation 99")
        let number = try number(report, metric)
        #expect((number["value"] is NSNull) != (number["reason"] is NSNull))
        #expect(metric == "mean_log_deviation" || number["value"] is Double)
    }

    @Test("a threshold by a rule is chosen on all rows together, and the report says which and on what")
    func threshold() async throws {
        for rule in ["youden", "recall 90%"] {
            let report = try await report("report tpr, fpr by sex of d with threshold \(rule)")
            let chosen = try #require(try number(report, "tpr")["threshold"] as? Double)
            for group in ["m", "f"] {
                #expect(try number(report, "tpr", group: group)["threshold"] as? Double == chosen)
            }
            let note = try #require(try notes(report)["threshold"])
            #expect(note.contains("threshold \(chosen)") && note.contains("240 cases, all groups together"))
            #expect(note.contains("apparent"))
            if rule != "youden" { #expect(try #require(number(report, "tpr")["value"] as? Double) >= 0.9) }
        }
    }

    @Test("the threshold of a data set's own reading is in its numbers")
    func ownThreshold() async throws {
        #expect(
            try number(try await report("report accuracy of d"), "accuracy")["threshold"] as? Double == 0.5)
    }

    @Test("a threshold that cannot be chosen is an error of the run, not a number")
    func noThreshold() async throws {
        let bench = try Workbench()
        try bench.folder.write("label,score,sex,age\nmelanoma,0.4,m,30\nmelanoma,0.6,f,30\n", to: "p.csv")
        let outcome = try await bench.run(Self.dataset + "report tpr by sex of d with threshold youden")
        #expect(outcome.exitCode == .runFailure)
        #expect(outcome.failure?.message.contains("no negative case") == true)
    }

    @Test("tests adjusted for an attribute say so, and draw within its levels")
    func adjusting() async throws {
        let report = try await report(
            "report dp, auc_gap by sex of d with adjusting age, test permutation 199")
        for gap in ["dp", "auc_gap"] {
            let test = try #require(try number(report, gap)["test"] as? [String: Any])
            #expect(test["method"] as? String == "drawn permutations within age")
        }
        #expect(try #require(notes(report)["strata"]).contains("adjusted for age"))
    }

    @Test(
        "each kind of interval is reachable by its word",
        arguments: [
            ("bootstrap", "accuracy", "bootstrap percentile"), ("bootstrap", "auroc", "bootstrap percentile"),
            ("logit", "auroc", "delong logit"), ("logit", "accuracy", "wilson"),
            ("bca", "brier", "bootstrap bca"), ("clopper_pearson", "accuracy", "clopper_pearson"),
        ])
    func intervals(word: String, metric: String, method: String) async throws {
        let report = try await report("report \(metric) of d with ci \(word) 90%")
        let interval = try #require(try number(report, metric)["interval"] as? [String: Any])
        #expect(interval["method"] as? String == method)
        #expect(interval["level"] as? Double == 0.9)
    }

    @Test(
        "rates of a crossing are drawn toward what was asked for",
        arguments: ["moments", "likelihood", "additive"])
    func prior(method: String) async throws {
        let report = try await report("report accuracy by sex*age of d with prior \(method)")
        let section = try #require((report["sections"] as? [[String: Any]])?.first)
        let shrunken = try #require((section["shrunken"] as? [[String: Any]])?.first)
        #expect(shrunken["prior_method"] as? String == method)
    }

    @Test("areas of few melanomas carry a remark, those of many do not")
    func fewOfAClass() async throws {
        let many = try await report("report auroc by sex of d")
        #expect(try notes(many)["few_of_a_class"] == nil)
        let few = Self.rows.split(separator: "\n").prefix(90).joined(separator: "\n") + "\n"
        let note = try #require(
            try notes(try await report("report auroc by sex of d", rows: few))["few_of_a_class"])
        #expect(note.contains("fewer than 20"))
    }

    @Test("gates on metrics of these forms: decided, open and undefined")
    func gates() async throws {
        let bench = try Workbench()
        try bench.folder.write(Self.rows, to: "p.csv")
        let outcome = try await bench.run(
            Self.dataset + """
                require difference(mcc) by sex of d < 2
                require ratio(accuracy) by sex of d > 0.1
                require dp_shrunk by sex of d <= 1
                require upper(accuracy_gini by sex of d, 95%) <= 1
                require upper(difference(mce) by sex of d, 95%) <= 1
                require upper(dp_shrunk by sex of d, 95%) <= 1
                require upper(accuracy_variance by sex of d, 95%) <= 1
                require upper(differential_fairness by sex of d, 95%) <= 5
                require argmax(gini) by sex of d == "m" or argmax(gini) by sex of d == "f"
                """)
        #expect(outcome.exitCode == .inconclusive)
        #expect(outcome.gates.failed == 0)
        #expect(bench.console.notices.contains { $0.contains("no method gives an interval") })
    }

    @Test("generalized entropy takes its alpha, and goes by the name that the script gives it")
    func entropy() async throws {
        let report = try await report(
            "report generalized_entropy(alpha: 1), theil, max(generalized_entropy(alpha: 0.5)), "
                + "difference(generalized_entropy(alpha: 3)) by sex of d with test permutation 99")
        let one = try number(report, "generalized_entropy(alpha: 1)", group: "m")
        let theil = try number(report, "theil", group: "m")
        #expect(one["value"] as? Double == theil["value"] as? Double)
        #expect(try number(report, "max(generalized_entropy(alpha: 0.5))")["value"] is Double)
        #expect(try number(report, "difference(generalized_entropy(alpha: 3))")["value"] is Double)
    }

    @Test("resamples by class keep each group's melanomas, and say so")
    func byClass() async throws {
        for (word, isFixed) in [("class", true), ("group", false)] {
            let report = try await report(
                "report base_rate, f1 by sex of d with ci bootstrap 95%, resample \(word)")
            func interval(_ metric: String) throws -> [String: Any] {
                try #require(try number(report, metric, group: "m")["interval"] as? [String: Any])
            }
            #expect((try interval("f1")["method"] as? String)?.hasSuffix(" by class") == isFixed)
            // Resamples that are all alike say nothing: the closed form stands in, and no interval is without length.
            let rate = try interval("base_rate")
            #expect(rate["method"] as? String == (isFixed ? "wilson" : "bootstrap percentile"))
            let ends = try ["low", "high"].map { try #require(rate[$0] as? Double) }
            #expect(ends[0] < ends[1])
        }
    }

    @Test("an audit's threshold is the one that its rule finds on the cohort that it is calibrated on")
    func calibrated() async throws {
        let bench = try Workbench()
        let axes = "sex in [m, f] age 20..60 fst [I, VI] diagnosis in [benign, melanoma]"
        let outcome = try await bench.run(
            """
            cohort main = \(axes) n 2
            cohort other = \(axes) n 2 seed 5
            audit a = MelaNet on main with threshold youden, calibration other
            audit b = MelaNet on other
            report tpr, fpr of a
            export it.report to "a.json"
            report tpr, fpr of b with threshold youden
            export it.report to "b.json"
            """)
        #expect(outcome.failure == nil, "\(outcome.failure?.message ?? "")")
        let found = try ["a.json", "b.json"].map { name in
            let data = Data(try bench.folder.read(name).utf8)
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
        let thresholds = try found.map { try #require(try number($0, "tpr")["threshold"] as? Double) }
        #expect(thresholds[0] == thresholds[1] && thresholds[0] != 0.5)
        let note = try #require(try notes(found[0])["threshold"])
        #expect(note.contains("chosen on the 80 cases of other, not on these"))
        #expect(!note.contains("apparent"))
    }

    @Test("an audit can be calibrated on a table of the classifier's own scores")
    func calibratedOnPredictions() async throws {
        let bench = try Workbench()
        try bench.folder.write(Self.rows, to: "p.csv")
        let outcome = try await bench.run(
            Self.dataset + """
                cohort main = sex in [m, f] diagnosis in [benign, melanoma] n 3
                audit a = MelaNet on main with threshold recall 80%, calibration d
                report tpr of a
                export it.report to "a.json"
                report tpr of d with threshold recall 80%
                export it.report to "d.json"
                """)
        #expect(outcome.failure == nil, "\(outcome.failure?.message ?? "")")
        let thresholds = try ["a.json", "d.json"].map { name in
            let data = Data(try bench.folder.read(name).utf8)
            let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            return try #require(try number(report, "tpr")["threshold"] as? Double)
        }
        #expect(thresholds[0] == thresholds[1])
    }

    @Test("weighted predictions are compared by their estimates, and nothing stands beside these")
    func weightedCompare() async throws {
        let bench = try Workbench()
        let rows = (0..<60).map(WeightedRow.init)
        try bench.folder.write(
            WeightedRow.header + rows.map { $0.line($0.first) }.joined(), to: "a.csv")
        try bench.folder.write(
            WeightedRow.header + rows.map { $0.line($0.second) }.joined(), to: "b.csv")
        let options = "labels label, score \"score\", threshold 0.5, weight weight"
        let outcome = try await bench.run(
            """
            dataset a = predictions("a.csv") with \(options)
            dataset b = predictions("b.csv") with \(options)
            compare a vs b of accuracy, dp, max(tpr) by sex
            export it.report to "r.json"
            """)
        #expect(outcome.failure == nil, "\(outcome.failure?.message ?? "")")
        let data = Data(try bench.folder.read("r.json").utf8)
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let differences = try #require(report["differences"] as? [[String: Any]])
        #expect(differences.count == 5)
        let total = rows.map(\.weight).reduce(0, +)
        let hits = rows.filter(\.first).map(\.weight).reduce(0, +)
        let others = rows.filter(\.second).map(\.weight).reduce(0, +)
        let expected = (hits - others) / total
        let first = try #require(differences[0]["value"] as? Double)
        #expect((first - expected).magnitude < 1e-12)
        for difference in differences {
            #expect(difference["interval"] is NSNull && difference["test"] is NSNull)
            #expect(difference["interval_reason"] as? String == "weighted")
            #expect(difference["paired"] as? Bool == true)
        }
        #expect(try notes(report)["weighted"]?.contains("a, b") == true)
    }

    /// An image with a weight that two classifiers get right or wrong.
    private struct WeightedRow {
        static let header = "image,label,sex,weight,score\n"
        let index: Int
        var weight: Double { Double(index % 3 + 1) }
        var first: Bool { index % 5 != 0 }
        var second: Bool { index % 7 != 0 }

        init(_ index: Int) {
            self.index = index
        }

        func line(_ isRight: Bool) -> String {
            let isMelanoma = index % 2 == 0
            let score = isMelanoma == isRight ? "0.9" : "0.1"
            let sex = index % 4 < 2 ? "m" : "f"
            return "i\(index),\(isMelanoma ? "melanoma" : "benign"),\(sex),\(Int(weight)),\(score)\n"
        }
    }
}
