import Foundation
import Testing

/// Compares a report of real predictions with what other programs made of the same rows.
struct RealAuditComparison {
    private let numbers: [[String: Any]]
    private let sections: [[String: Any]]

    /// Our names of rates and the keys of the expected ones.
    static let rates = ["accuracy", "selection_rate", "tpr", "fpr", "ppv", "npv", "auroc", "brier"]
    /// Those whose spread over the groups is expected, with our name of their gap and of their ratio.
    private static let spreads = [
        ("accuracy", "dp", "ratio(accuracy)"),
        ("selection_rate", "demographic_parity", "demographic_parity_ratio"),
        ("tpr", "equal_opportunity", "ratio(tpr)"), ("fpr", "fpr_gap", "ratio(fpr)"),
        ("ppv", "predictive_parity", "ratio(ppv)"), ("auroc", "auc_gap", "ratio(auroc)"),
    ]
    /// What a report must ask for to be compared whole.
    static let metrics =
        (rates + spreads.flatMap { ["max(\($0.0))", "min(\($0.0))", $0.1, $0.2] } + ["equalized_odds"])
        .joined(separator: ", ")

    init(_ report: [String: Any]) throws {
        numbers = try #require(report["numbers"] as? [[String: Any]])
        sections = try #require(report["sections"] as? [[String: Any]])
    }

    /// The counts, rates and intervals of everybody, or of one group.
    func check(group: String?, _ expected: [String: Any]) throws {
        for metric in Self.rates where expected[metric] != nil {
            let number = try #require(
                numbers.first { $0["metric"] as? String == metric && $0["group"] as? String == group })
            let what = "\(metric) of \(group ?? "all")"
            #expect(number["n"] as? Int == expected["n"] as? Int)
            #expect(number["n_pos"] as? Int == (expected["positives"] ?? expected["n"]) as? Int)
            agree(number["value"], expected[metric], what)
            guard let ends = expected["\(metric)_ci95"] else { continue }
            let interval = number["interval"] as? [String: Any]
            agree(interval?["low"] ?? NSNull(), (ends as? [Any])?[0], "\(what), low")
            agree(interval?["high"] ?? NSNull(), (ends as? [Any])?[1], "\(what), high")
        }
        guard let group, expected["tp"] != nil else { return }
        let counts = try counts(of: group)
        for key in ["tp", "fp", "tn", "fn"] {
            #expect(counts[key] == expected[key] as? Int, "\(key) of \(group)")
        }
    }

    /// The four counts of a group.
    func counts(of group: String) throws -> [String: Int] {
        let groups = try #require(sections.first?["groups"] as? [[String: Any]])
        let found = try #require(groups.first { $0["key"] as? String == group })
        return found.compactMapValues { $0 as? Int }
    }

    /// Every expected group and gap; declared groups that are not expected must be empty.
    func check(_ cut: RealAuditCut, _ expected: [String: Any]) throws {
        let groups = try RealAudit.member(expected, "groups")
        let keys = Set(numbers.compactMap { $0["group"] as? String })
        var seen: Set<String> = []
        for key in keys {
            guard let group = groups[cut.name(key)] as? [String: Any] else {
                #expect(
                    numbers.allSatisfy { $0["group"] as? String != key || $0["n"] as? Int == 0 }, "\(key)")
                continue
            }
            seen.insert(cut.name(key))
            try check(group: key, group)
        }
        #expect(seen == Set(groups.keys))
        guard let gaps = expected["gaps"] as? [String: [String: Any]] else { return }
        for (metric, gap, ratio) in Self.spreads {
            try check(metric, gap, ratio, #require(gaps[metric]), cut)
        }
        try check(gap: "demographic_parity", expected["demographic_parity_difference"])
        try check(gap: "demographic_parity_ratio", expected["demographic_parity_ratio"])
        try check(gap: "equal_opportunity", expected["equal_opportunity_difference"])
        try check(gap: "equalized_odds", expected["equalized_odds_difference"])
        try check(gap: "dp", expected["accuracy_parity_difference"])
        let used = try #require(sections.first?["groups"] as? [[String: Any]]).reduce(0) {
            $0 + ($1["n"] as? Int ?? 0)
        }
        #expect(used == expected["rows_used"] as? Int)
    }

    private func check(
        _ metric: String, _ gap: String, _ ratio: String, _ expected: [String: Any], _ cut: RealAuditCut
    ) throws {
        try check(gap: gap, expected["diff"])
        try check(gap: ratio, expected["ratio"])
        for (end, groups) in [("max", "groups_highest"), ("min", "groups_lowest")] {
            let number = try check(gap: "\(end)(\(metric))", expected[end])
            let names = try #require(number[groups] as? [String]).map(cut.name)
            #expect(names.contains(expected["arg\(end)"] as? String ?? ""), "arg\(end) of \(metric)")
        }
    }

    /// One comparison of the groups.
    @discardableResult
    func check(gap: String, _ expected: Any?) throws -> [String: Any] {
        let number = try #require(numbers.first { $0["metric"] as? String == gap }, "\(gap)")
        agree(number["value"], expected, gap)
        return number
    }

    /// The expected figures are printed with twelve digits.
    private func agree(_ found: Any?, _ expected: Any?, _ what: String) {
        guard let expected = expected as? Double else {
            #expect(found is NSNull, "\(what) should be undefined")
            return
        }
        #expect(abs((found as? Double ?? .nan) - expected) < 1e-9, "\(what)")
    }
}
