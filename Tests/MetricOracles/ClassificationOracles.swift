import Statistics
import Testing

@Suite struct ClassificationOracles {
    /// The cases, as the README of the folder lists them.
    static let cases = [
        "paper_design", "null_gap", "mid_ties_weights", "edge_empty_cells", "edge_only_positive",
        "edge_only_negative", "edge_all_ties", "edge_perfect", "edge_inverted", "edge_two_rows",
        "edge_missing",
        "edge_rare_positive", "big",
    ]
    private static let groupings = ["sex", "age", "fst", "sex*fst", "sex*age*fst"]

    @Test("quantities of everybody agree with scikit-learn", arguments: cases)
    func overall(name: String) throws {
        let oracle = try OracleFolder.json(name)
        let records = try Self.records(name, oracle)
        let everybody = try records.grouped(by: .overall).everybody
        var comparison = Comparison()
        comparison.check(records.count, equals: oracle["rows"]?.integer, "rows")
        comparison.check(
            records.excludedMissingOutcome, equals: oracle["rows_excluded_missing_outcome"]?.integer,
            "excluded")
        if let expected = oracle["overall"] { Self.check(everybody, expected, "overall", &comparison) }
        let inequality = oracle["individual_inequality"]
        for (metric, key) in [
            (GroupMetric.generalisedEntropy, "ge_alpha2"), (.theil, "theil_alpha1"), (.gini, "gini"),
        ] {
            comparison.check(everybody.quantity(metric), inequality?[key], within: 1e-12, key)
        }
        #expect(comparison.count > 30)
    }

    @Test("quantities of every declared group agree with scikit-learn", arguments: cases)
    func groups(name: String) throws {
        let oracle = try OracleFolder.json(name)
        let records = try Self.records(name, oracle)
        var comparison = Comparison()
        for records in try records.grouped(by: Self.groupings.map(Self.grouping)) {
            let expected = try #require(oracle["by"]?[records.grouping.name])
            comparison.check(
                records.excludedMissingAttribute,
                equals: expected["rows_excluded_missing_attribute"]?.integer,
                "\(records.grouping.name): rows left out")
            let absent = Set(expected["groups_without_rows_not_listed"]?.strings ?? [])
            let listed = expected["groups"]?.object ?? [:]
            #expect(Set(records.groups.map(\.key)) == Set(listed.keys).union(absent))
            for group in records.groups {
                if absent.contains(group.key) { #expect(group.sample.counts.total == 0) }
                guard let values = listed[group.key] else { continue }
                Self.check(group.sample, values, "\(records.grouping.name) \(group.key)", &comparison)
            }
        }
        #expect(comparison.count > 100)
    }

    @Test(
        "disparities agree with the definitions, and with fairlearn where it is comparable", arguments: cases)
    func disparities(name: String) throws {
        let oracle = try OracleFolder.json(name)
        let records = try Self.records(name, oracle)
        var comparison = Comparison()
        for records in try records.grouped(by: Self.groupings.map(Self.grouping)) {
            let expected = try #require(oracle["by"]?[records.grouping.name])
            let oracle = DisparityOracle(records: records, place: records.grouping.name)
            oracle.checkSpreads(expected["disparity"], &comparison)
            oracle.checkNamed(expected["disparity"], &comparison)
            oracle.checkFairlearn(expected["fairlearn_raw"], &comparison)
        }
        #expect(comparison.count > 100)
    }

    @Test("tests, intervals and shrinkage of groups agree with scipy and statsmodels", arguments: cases)
    func significance(name: String) throws {
        let oracle = try OracleFolder.json(name)
        let records = try Self.records(name, oracle)
        var comparison = Comparison()
        for records in try records.grouped(by: Self.groupings.map(Self.grouping)) {
            let expected = try #require(oracle["by"]?[records.grouping.name]?["disparity"])
            let oracle = SignificanceOracle(records: records, place: records.grouping.name)
            oracle.checkTests(expected, &comparison)
            oracle.checkPairs(expected["pairwise_accuracy"], &comparison)
            oracle.checkAreas(expected["auroc_gap_delong"], &comparison)
            oracle.checkShrinkage(expected["empirical_bayes_accuracy"], &comparison)
        }
        #expect(comparison.count > 10)
    }

    private static func records(_ name: String, _ oracle: JSON) throws -> RecordTable {
        let declared = try #require(oracle["declared"])
        let isWeighted = oracle["overall"]?["weighted"] != nil
        return try OracleFolder.records(name, declared: declared, isWeighted: isWeighted)
    }

    private static func grouping(_ name: String) -> Grouping {
        Grouping(name.split(separator: "*").map(String.init))
    }

    private static func check(
        _ sample: Sample, _ expected: JSON, _ place: String, _ comparison: inout Comparison
    ) {
        let counts = sample.counts
        let whole: [(String, Int)] = [
            ("n", counts.total), ("n_pos", counts.positives), ("n_neg", counts.negatives),
            ("tp", counts.truePositives), ("fp", counts.falsePositives), ("tn", counts.trueNegatives),
            ("fn", counts.falseNegatives),
        ]
        for (key, count) in whole {
            comparison.check(count, equals: expected[key]?.integer, "\(place) \(key)")
        }
        for metric in GroupMetric.allCases {
            comparison.check(
                sample.quantity(metric), expected[metric.rawValue],
                within: metric == .logLoss ? 1e-10 : 1e-12,
                "\(place) \(metric.rawValue)")
            guard let proportion = metric.proportion(of: counts) else { continue }
            comparison.check(
                ProportionInterval.wilson(proportion), expected[metric.rawValue + "_wilson95"], within: 1e-10,
                "\(place) \(metric.rawValue) Wilson")
        }
        guard let weighted = expected["weighted"] else { return }
        comparison.check(sample.totalWeight, weighted["sum_w"], within: 1e-9, "\(place) sum of weights")
        for metric in GroupMetric.allCases {
            guard let value = sample.weighted(metric) else { continue }
            comparison.check(
                value, weighted[metric.rawValue], within: 1e-12, "\(place) weighted \(metric.rawValue)")
        }
    }
}
