import Statistics
import Testing

@Suite struct PaperTableOracles {
    private static let classifiers = ["DeepGuide", "MelaNet", "SkinLesionDensenet"]

    @Test(
        "the counts behind the paper's Table 2 give its printed extremes, gaps and intervals",
        arguments: classifiers)
    func counts(classifier: String) throws {
        let oracle = try OracleFolder.json("paper_table2")
        var comparison = Comparison()
        for attribute in ["sex", "age", "fst"] {
            let entry = try #require(oracle[classifier]?[attribute])
            let trials = try #require(entry["n_group_six_types"]?.integer)
            let highest = Proportion(try #require(entry["counts_max"]?[0]?.integer), of: trials)
            let lowest = Proportion(try #require(entry["counts_min"]?[0]?.integer), of: trials)
            let rates = [highest.rate, lowest.rate].map { $0.map(Quantity.value) ?? .undefined(.noRows) }
            let disparity = Disparity(rates)
            let what = "\(classifier) \(attribute)"
            comparison.check(disparity.maximum, entry["printed_max"], within: 0.00015, "\(what) max")
            comparison.check(disparity.minimum, entry["printed_min"], within: 0.00015, "\(what) min")
            comparison.check(disparity.difference, entry["printed_dp"], within: 0.00015, "\(what) dp")
            comparison.check(
                disparity.difference, entry["exact_dp_candidates"]?[0], within: 1e-6, "\(what) exact dp")
            comparison.check(
                ProportionInterval.wilson(highest), entry["wilson_max"], within: 1e-10, "\(what) max")
            comparison.check(
                ProportionInterval.wilson(lowest), entry["wilson_min"], within: 1e-10, "\(what) min")
            comparison.check(
                DifferenceInterval.newcombe(highest, lowest), entry["newcombe_dp"], within: 1e-10,
                "\(what) Newcombe")
        }
        #expect(comparison.count == 30)
    }

    @Test(
        "chance alone gives the gaps that the fixture says", arguments: classifiers,
        [("sex", 2, 4_800), ("age", 8, 1_200), ("fst", 6, 1_600), ("96_cells_of_100", 96, 100)])
    func chance(classifier: String, design: (name: String, groups: Int, trials: Int)) throws {
        let entry = try #require(OracleFolder.json("paper_table2")["chance_level"]?[classifier])
        let rate = try #require(entry["pooled"]?.number)
        let found = RangeNull.expected(
            trials: Array(repeating: design.trials, count: design.groups), rate: rate)
        var comparison = Comparison()
        comparison.check(
            found, entry["expected_dp_under_no_difference_" + design.name], within: 1e-9,
            "\(classifier) \(design.name)")
        #expect(comparison.count == 1)
    }
}
