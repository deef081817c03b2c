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

    /// One way of grouping: ours, the expected one's, and how our group's key is written there.
    struct Cut: CustomTestStringConvertible, Sendable {
        let grouping: String
        let key: String
        let name: @Sendable (String) -> String
        var testDescription: String { grouping }
    }

    private static let cuts = [
        Cut(grouping: "sex", key: "sex") { $0 == "m" ? "male" : "female" },
        Cut(grouping: "age", key: "age_decade") { decade($0) },
        Cut(grouping: "site", key: "localization") { $0.replacing("_", with: " ") },
        Cut(grouping: "fst", key: "fst_random_patch") { type($0) },
    ]

    @Test("every group and gap agrees by sex, age decade, site and estimated type", arguments: files, cuts)
    func groups(file: String, cut: Cut) async throws {
        let report = try await Self.report(file, by: cut.grouping)
        let reading = try Self.expected(file, "melanoma_argmax")
        try Self.compare(report, cut, try Self.member(reading, "by", cut.key))
        // The melanomas alone: accuracy there is the true-positive rate of everybody.
        let melanomas = try Self.member(try Self.expected(file, "melanoma_only_argmax"), "by", cut.key)
        try Self.compare(report, gap: "equal_opportunity", melanomas["dp"])
    }

    @Test("every group and gap of the crossing of sex and age decade agrees", arguments: files)
    func crossing(file: String) async throws {
        let cut = Cut(grouping: "sex*age", key: "sex_age") { key in
            let parts = key.split(separator: "|").map(String.init)
            return (parts[0] == "m" ? "male_" : "female_") + Self.decade(parts[1])
        }
        let expected = try Self.expected(file, "melanoma_argmax_intersection_sex_age")
        try Self.compare(
            try await Self.report(file, by: cut.grouping), cut, try Self.member(expected, "by", cut.key))
    }

    /// The first year of a decade: `50-59` or `50..<60` is 50.
    private static func decade(_ key: String) -> String {
        String(key.prefix { $0.isNumber })
    }

    /// A type as the patches' table writes it.
    private static func type(_ key: String) -> String {
        "\((["I", "II", "III", "IV", "V", "VI"].firstIndex(of: key) ?? -1) + 1)"
    }

    /// The report of one file of predictions, joined to the metadata and to the estimated skin types.
    private static func report(_ file: String, by grouping: String) async throws -> [String: Any] {
        let bench = try Workbench()
        try bench.folder.write(try labels(), to: "labels.csv")
        let outcome = try await bench.run(
            """
            dataset d = predictions("\(RealData.folder)/audit/isic18_mobilenet/\(file)") with
                labels "labels.csv" dx, id image image_id, predicted predicted_lesion, positive [mel], score [MEL]
            report \(rates.map(\.0).joined(separator: ", ")), dp, demographic_parity, equal_opportunity, equalized_odds
                by \(grouping) of d with excluding unknown
            export it.report to "r.json"
            """)
        #expect(outcome.exitCode == .success, "\(outcome.failure?.message ?? "")")
        return try object(Data(try bench.folder.read("r.json").utf8))
    }

    /// The metadata with a column `fst`, I to VI, from the table of patches.
    private static func labels() throws -> String {
        let patches = try String(
            contentsOfFile: RealData.folder + "/audit/isic18_mobilenet/skin_tone_random_patch.csv",
            encoding: .utf8)
        var types: [Substring: Int] = [:]
        for line in patches.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",")
            types[cells[0].split(separator: ".")[0]] = Int(cells[2])
        }
        let metadata = try String(
            contentsOfFile: RealData.folder + "/metadata/HAM10000_metadata.csv", encoding: .utf8)
        let lines = metadata.split(whereSeparator: \.isNewline)
        let names = ["I", "II", "III", "IV", "V", "VI"]
        let rows = lines.dropFirst().map { line in
            let image = line.split(separator: ",", omittingEmptySubsequences: false)[1]
            return line + "," + (types[image].map { names[$0 - 1] } ?? "")
        }
        return ([lines[0] + ",fst"] + rows).joined(separator: "\n") + "\n"
    }

    private static func expected(_ file: String, _ reading: String) throws -> [String: Any] {
        let all = try object(
            try Data(
                contentsOf: URL(fileURLWithPath: RealData.folder + "/audit/isic18_mobilenet/expected.json")))
        return try member(all, "files", file, reading)
    }

    /// Every expected group, the declared ones that nobody is in, and the gaps.
    private static func compare(_ report: [String: Any], _ cut: Cut, _ expected: [String: Any]) throws {
        let groups = try member(expected, "groups")
        let numbers = try #require(report["numbers"] as? [[String: Any]])
        let keys = Set(numbers.compactMap { $0["group"] as? String })
        var seen: Set<String> = []
        for key in keys {
            let name = cut.name(key)
            if let group = groups[name] as? [String: Any] {
                seen.insert(name)
                try compare(report, group: key, group)
            } else {
                #expect(
                    numbers.allSatisfy { $0["group"] as? String != key || $0["n"] as? Int == 0 }, "\(key)")
            }
        }
        #expect(seen == Set(groups.keys))
        try compare(report, gap: "dp", expected["accuracy_parity_difference"])
        try compare(report, gap: "demographic_parity", expected["demographic_parity_difference"])
        try compare(report, gap: "equal_opportunity", expected["equal_opportunity_difference"])
        try compare(report, gap: "equalized_odds", expected["equalized_odds_difference"])
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
