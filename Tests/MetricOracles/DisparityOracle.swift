import Statistics

/// Compares the disparities of one grouping with an oracle.
struct DisparityOracle {
    /// The rows in groups.
    let records: GroupedRecords
    /// Where this is, for messages.
    let place: String

    private var groups: [Group] { records.groups.filter { $0.sample.counts.total > 0 } }

    private func disparity(_ metric: GroupMetric) -> Disparity {
        Disparity(groups.map { $0.sample.quantity(metric) })
    }

    private func keys(_ indices: [Int]) -> [String] { indices.map { groups[$0].key } }

    /// Max, min, difference, ratio and their groups for each quantity.
    func checkSpreads(_ expected: JSON?, _ comparison: inout Comparison) {
        for metric in GroupMetric.allCases {
            guard let spread = expected?[metric.rawValue] else { continue }
            let found = disparity(metric)
            let what = "\(place) \(metric.rawValue)"
            comparison.check(found.maximum, spread["max"], within: 1e-12, "\(what) max")
            comparison.check(found.minimum, spread["min"], within: 1e-12, "\(what) min")
            comparison.check(found.difference, spread["difference"], within: 1e-12, "\(what) difference")
            comparison.check(found.ratio, spread["ratio"], within: 1e-12, "\(what) ratio")
            comparison.check(found.groupsUsed.count, equals: spread["groups_used"]?.integer, "\(what) used")
            checkExtremes(found, spread, what, &comparison)
            comparison.check(
                keys(found.groupsUndefined), equals: spread["groups_undefined"]?.strings, "\(what) undefined")
        }
    }

    /// The groups with the extremes; where the oracle's own difference is but rounding, ours may tie.
    private func checkExtremes(
        _ found: Disparity, _ spread: JSON, _ what: String, _ comparison: inout Comparison
    ) {
        let isRounding = (spread["difference"]?.number).map { $0 != 0 && $0 < 1e-12 } ?? false
        for (groups, key) in [(found.argmax, "argmax"), (found.argmin, "argmin")] {
            let expected = spread[key]?.strings
            if isRounding {
                comparison.check(
                    Set(keys(groups)).isSuperset(of: expected ?? []), equals: true, "\(what) \(key)")
            } else {
                comparison.check(keys(groups), equals: expected, "\(what) \(key)")
            }
        }
    }

    /// The disparities that have names.
    func checkNamed(_ expected: JSON?, _ comparison: inout Comparison) {
        let named: [(GapMetric, String)] = [
            (.dp, "dp_accuracy_parity"), (.demographicParity, "demographic_parity_difference"),
            (.demographicParityRatio, "demographic_parity_ratio"),
            (.equalOpportunity, "equal_opportunity_difference"),
            (.predictiveParity, "predictive_parity_difference"),
            (.equalizedOdds, "equalized_odds_difference"),
            (.equalizedOddsMean, "equalized_odds_difference_mean"),
            (.equalizedOddsRatio, "equalized_odds_ratio"),
        ]
        for (gap, key) in named {
            comparison.check(
                gap.value(in: groups.map(\.sample)), expected?[key], within: 1e-12, "\(place) \(key)")
        }
        let odds = [disparity(.tpr), disparity(.fpr)]
        comparison.check(
            odds.contains { !$0.groupsUndefined.isEmpty },
            equals: expected?["equalized_odds_incomplete"]?.bool,
            "\(place) incomplete")
        let worst = expected?["worst_group_accuracy"]
        comparison.check(
            GapMetric.worstGroup.value(in: groups.map(\.sample)), worst?["value"], within: 1e-12,
            "\(place) worst")
        comparison.check(groups.count, equals: expected?["k"]?.integer, "\(place) k")
        comparison.check(
            records.groups.filter { $0.sample.counts.total == 0 }.map(\.key).filter(isListed),
            equals: expected?["empty_groups"]?.strings, "\(place) empty groups")
        // The oracle has 0 for a single group, which as a comparison of groups is undefined.
        let accuracies = groups.compactMap { $0.sample.quantity(.accuracy).value }
        comparison.check(
            Inequality(accuracies).gini, expected?["gini_group_accuracy"], within: 1e-12,
            "\(place) Gini of accuracy")
    }

    /// The oracle leaves the empty groups of the largest crossing out.
    private func isListed(_ key: String) -> Bool { records.grouping.attributes.count < 3 }

    /// What fairlearn itself says, where all its rates are defined.
    func checkFairlearn(_ expected: JSON?, _ comparison: inout Comparison) {
        guard expected?["comparable"]?.bool == true else { return }
        let named: [(GapMetric, String)] = [
            (.dp, "accuracy_difference"), (.demographicParity, "demographic_parity_difference"),
            (.demographicParityRatio, "demographic_parity_ratio"),
            (.equalOpportunity, "equal_opportunity_difference"),
            (.equalizedOdds, "equalized_odds_difference"),
            (.equalizedOddsMean, "equalized_odds_difference_mean"),
        ]
        for (gap, key) in named {
            comparison.check(
                gap.value(in: groups.map(\.sample)), expected?[key], within: 1e-12,
                "\(place) fairlearn \(key)")
        }
    }
}
