import Testing

@testable import Runtime

/// Real outcomes of real people: MobileNetV2 classifiers on ISIC 2018 (Kalb et al. 2023), with figures made by pandas,
/// scikit-learn and fairlearn.
@Suite(
    .enabled(
        if: RealData.hasAudit,
        "audit/isic18_mobilenet is not in \(RealData.folder): set DERMAUDIT_DATA to the folder of real data"))
struct RealAuditTests {
    /// One reading of "positive", with the options that say it.
    struct Reading: CustomTestStringConvertible, Sendable {
        let key: String
        let options: String
        var testDescription: String { key }
    }

    private static let argmax = "predicted predicted_lesion, positive [mel], score [MEL]"
    private static let readings = [
        Reading(key: "melanoma_argmax", options: argmax),
        Reading(key: "melanoma_prob_ge_0.5", options: "positive [mel], score [MEL], threshold 0.5"),
        Reading(
            key: "malignant_sum_ge_0.5",
            options: "positive [mel, bcc, akiec], score [MEL, BCC, AKIEC], threshold 0.5"),
    ]

    @Test(
        "counts are exact, and rates, intervals, gaps and ratios agree to 1e-9",
        arguments: RealAudit.files, readings)
    func agrees(file: String, reading: Reading) async throws {
        let expected = try RealAudit.member(try RealAudit.expected(file), reading.key)
        for cut in RealAuditCut.marginal {
            let report = try await RealAudit.report(
                file, reading.options + cut.map,
                "\(RealAuditComparison.metrics) by \(cut.grouping) of d with excluding unknown, test none")
            let comparison = try RealAuditComparison(report)
            try comparison.check(group: nil, try RealAudit.member(expected, "overall"))
            try comparison.check(cut, try RealAudit.member(expected, "by", cut.key))
        }
    }

    @Test("every group and gap of the crossing of sex and age decade agrees", arguments: RealAudit.files)
    func crossing(file: String) async throws {
        let cut = RealAuditCut.crossing
        let expected = try RealAudit.member(
            try RealAudit.expected(file), "melanoma_argmax_intersection_sex_age")
        let report = try await RealAudit.report(
            file, Self.argmax,
            "\(RealAuditComparison.metrics) by \(cut.grouping) of d with excluding unknown, test none")
        let comparison = try RealAuditComparison(report)
        try comparison.check(group: nil, try RealAudit.member(expected, "overall"))
        try comparison.check(cut, try RealAudit.member(expected, "by", cut.key))
    }

    @Test("of melanomas alone, the share called so agrees in each group", arguments: RealAudit.files)
    func melanomas(file: String) async throws {
        let expected = try RealAudit.member(try RealAudit.expected(file), "melanoma_only_argmax")
        for cut in RealAuditCut.marginal {
            // Accuracy of melanomas alone is the true-positive rate of everybody.
            let report = try await RealAudit.report(
                file, Self.argmax + cut.map,
                "tpr, max(tpr), min(tpr), equal_opportunity by \(cut.grouping) of d with excluding unknown, test none"
            )
            let comparison = try RealAuditComparison(report)
            let figures = try RealAudit.member(expected, "by", cut.key)
            try comparison.check(gap: "max(tpr)", figures["max"])
            try comparison.check(gap: "min(tpr)", figures["min"])
            try comparison.check(gap: "equal_opportunity", figures["dp"])
            let groups = try RealAudit.member(figures, "groups")
            for key in try Self.keys(report) {
                let counts = try comparison.counts(of: key)
                let group = groups[cut.name(key)] as? [String: Any]
                #expect((counts["tp"] ?? 0) + (counts["fn"] ?? 0) == group?["n"] as? Int ?? 0, "\(key)")
                #expect(counts["tp"] == group?["called_melanoma"] as? Int ?? 0, "\(key)")
            }
        }
    }

    @Test("the confusion of all seven diagnoses, and the accuracy over them", arguments: RealAudit.files)
    func diagnoses(file: String) async throws {
        let expected = try RealAudit.expected(file)
        let confusion = try RealAudit.member(expected, "confusion_true_rows_pred_cols")
        var (right, all) = (0, 0)
        for called in RealAudit.diagnoses {
            let report = try await RealAudit.report(
                file, "predicted predicted_lesion, positive [\(called)], map {age: class}",
                "selection_rate by age of d with test none")
            let comparison = try RealAuditComparison(report)
            for (index, truth) in RealAudit.diagnoses.enumerated() {
                let key = try #require(try Self.keys(report).first { $0.hasPrefix("\(10 * index)-") })
                let counts = try comparison.counts(of: key)
                let found = (counts["tp"] ?? 0) + (counts["fp"] ?? 0)
                #expect(found == (confusion[truth] as? [String: Int])?[called], "\(truth) called \(called)")
                all += found
                if truth == called { right += found }
            }
        }
        let accuracy = try #require(expected["multiclass_accuracy_argmax"] as? Double)
        #expect(abs(Double(right) / Double(all) - accuracy) < 1e-9)
    }

    private static func keys(_ report: [String: Any]) throws -> [String] {
        let numbers = try #require(report["numbers"] as? [[String: Any]])
        return Set(numbers.compactMap { $0["group"] as? String }).sorted()
    }
}
