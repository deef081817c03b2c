import Foundation
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

    private static let readings = [
        Reading(key: "melanoma_argmax", options: "predicted predicted_lesion, positive [mel], score [MEL]"),
        Reading(key: "melanoma_prob_ge_0.5", options: "positive [mel], score [MEL], threshold 0.5"),
        Reading(
            key: "malignant_sum_ge_0.5",
            options: "positive [mel, bcc, akiec], score [MEL, BCC, AKIEC], threshold 0.5"),
    ]
    private static let files = [
        "predictions_01DataShift00Compare41.csv", "predictions_01DataShift02Compare41.csv",
        "predictions_03DataShift01RP.csv", "predictions_03DataShift02RP.csv",
        "predictions_03DataShift03RP.csv",
    ]
    /// Our names of rates and the keys of the expected ones.
    private static let rates = [
        ("accuracy", "accuracy"), ("selection_rate", "selection_rate"), ("tpr", "tpr"), ("fpr", "fpr"),
        ("ppv", "ppv"), ("npv", "npv"), ("auroc", "auroc"), ("brier", "brier"),
    ]

    @Test("counts are exact and rates agree to 1e-9, overall and by sex", arguments: files, readings)
    func agrees(file: String, reading: Reading) async throws {
        let bench = try Workbench()
        let folder = RealData.folder
        let outcome = try await bench.run(
            """
            dataset d = predictions("\(folder)/audit/isic18_mobilenet/\(file)") with
                labels "\(folder)/metadata/HAM10000_metadata.csv" dx, id image image_id, \(reading.options)
            report \(Self.rates.map(\.0).joined(separator: ", ")), dp, demographic_parity by sex of d
            export it.report to "r.json"
            """)
        #expect(outcome.exitCode == .success, "\(outcome.failure?.message ?? "")")
        let report = try Self.object(Data(try bench.folder.read("r.json").utf8))
        let all = try Self.object(
            try Data(contentsOf: URL(fileURLWithPath: folder + "/audit/isic18_mobilenet/expected.json")))
        let expected = try Self.member(all, "files", file, reading.key)
        try Self.compare(report, group: nil, try Self.member(expected, "overall"))
        let sexes = try Self.member(expected, "by", "sex", "groups")
        try Self.compare(report, group: "m", try Self.member(sexes, "male"))
        try Self.compare(report, group: "f", try Self.member(sexes, "female"))
        let gaps = try Self.member(expected, "by", "sex")
        try Self.compare(report, gap: "dp", gaps["accuracy_parity_difference"])
        try Self.compare(report, gap: "demographic_parity", gaps["demographic_parity_difference"])
    }

    private static func compare(
        _ report: [String: Any], group: String?, _ expected: [String: Any]
    ) throws {
        let numbers = try #require(report["numbers"] as? [[String: Any]])
        for (metric, key) in rates where expected[key] != nil {
            let number = try #require(
                numbers.first { $0["metric"] as? String == metric && $0["group"] as? String == group })
            #expect(number["n"] as? Int == expected["n"] as? Int)
            #expect(number["n_pos"] as? Int == expected["positives"] as? Int)
            agree(number["value"], expected[key], "\(metric) of \(group ?? "all")")
        }
    }

    private static func compare(_ report: [String: Any], gap: String, _ expected: Any?) throws {
        let numbers = try #require(report["numbers"] as? [[String: Any]])
        let number = try #require(numbers.first { $0["metric"] as? String == gap })
        agree(number["value"], expected, gap)
    }

    /// The expected figures are printed with twelve digits.
    private static func agree(_ found: Any?, _ expected: Any?, _ what: String) {
        guard let expected = expected as? Double else {
            #expect(found is NSNull, "\(what) should be undefined")
            return
        }
        #expect(abs((found as? Double ?? .nan) - expected) < 1e-9, "\(what)")
    }

    private static func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func member(_ object: [String: Any], _ keys: String...) throws -> [String: Any] {
        try keys.reduce(object) { try #require($0[$1] as? [String: Any]) }
    }
}
