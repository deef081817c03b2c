import Statistics

/// Compares the tests and the shrinkage of one grouping with an oracle.
struct SignificanceOracle {
    /// The rows in groups.
    let records: GroupedRecords
    /// Where this is, for messages.
    let place: String

    private var groups: [Group] { records.groups.filter { $0.sample.counts.total > 0 } }
    private var accuracies: [Proportion] {
        groups.map { Proportion($0.sample.counts.correct, of: $0.sample.counts.total) }
    }

    private func proportion(_ key: String?) -> Proportion? {
        groups.first { $0.key == key }.map {
            Proportion($0.sample.counts.correct, of: $0.sample.counts.total)
        }
    }

    /// Max - min against chance, homogeneity, the variance between groups, the best against the worst.
    func checkTests(_ expected: JSON, _ comparison: inout Comparison) {
        if let null = expected["range_null"], let found = RangeNull(accuracies) {
            comparison.check(found.pooled.rate, null["pooled"], within: 1e-12, "\(place) pooled")
            comparison.check(found.observed, null["observed"], within: 1e-12, "\(place) observed")
            comparison.check(found.expected, null["expected_range"], within: 1e-9, "\(place) expected range")
            comparison.check(
                found.binomialTail, null["tail_p_binomial"], within: 1e-9, "\(place) binomial tail")
            comparison.check(
                found.permutationP, null["p_permutation_exact"], within: 1e-9, "\(place) permutation p")
        }
        if let homogeneity = expected["chi2_homogeneity"] {
            let found = Homogeneity(accuracies)
            comparison.check(found == nil, equals: homogeneity.isNull, "\(place) chi-squared undefined")
            comparison.check(
                found?.statistic, homogeneity["statistic"], within: 1e-10, "\(place) chi-squared")
            comparison.check(found?.p, homogeneity["p"], within: 1e-10, "\(place) chi-squared p")
            comparison.check(found?.degrees ?? -1, equals: homogeneity["dof"]?.integer, "\(place) degrees")
        }
        if let variance = expected["between_group_variance"] {
            let found = BetweenGroupVariance(accuracies)
            comparison.check(found == nil, equals: variance.isNull, "\(place) variance undefined")
            comparison.check(
                found?.population, variance["naive_population"], within: 1e-12, "\(place) variance k")
            comparison.check(
                found?.sample, variance["naive_sample"], within: 1e-12, "\(place) variance k - 1")
            comparison.check(
                found?.doubleCorrected, variance["double_corrected"], within: 1e-12,
                "\(place) double corrected")
        }
        let extremes = expected["newcombe95_best_minus_worst"]
        if let best = proportion(extremes?["best"]?.string),
            let worst = proportion(extremes?["worst"]?.string)
        {
            comparison.check(
                DifferenceInterval.newcombe(best, worst), extremes?["interval"], within: 1e-10,
                "\(place) Newcombe")
        }
    }

    /// All pairs with their corrections.
    func checkPairs(_ expected: JSON?, _ comparison: inout Comparison) {
        let pairs = (expected?.array ?? []).compactMap { pair -> (JSON, Proportion, Proportion)? in
            guard let a = proportion(pair["a"]?.string), let b = proportion(pair["b"]?.string) else {
                return nil
            }
            return (pair, a, b)
        }
        let pValues = pairs.compactMap { ProportionTest.fisher($0.1, $0.2)?.p }
        let holm = TestCorrection.holm.adjust(pValues)
        let hochberg = TestCorrection.benjaminiHochberg.adjust(pValues)
        for (index, (pair, a, b)) in pairs.enumerated() {
            let what = "\(place) \(pair["a"]?.string ?? "") - \(pair["b"]?.string ?? "")"
            let z = ProportionTest.pooledZ(a, b)
            comparison.check(z?.statistic, pair["z"], within: 1e-10, "\(what) z")
            comparison.check(z?.p, pair["p_z"], within: 1e-10, "\(what) p of z")
            comparison.check(pValues[index], pair["p_fisher"], within: 1e-10, "\(what) Fisher")
            comparison.check(holm[index], pair["p_fisher_holm"], within: 1e-10, "\(what) Holm")
            comparison.check(hochberg[index], pair["p_fisher_bh"], within: 1e-10, "\(what) BH")
            comparison.check(
                DifferenceInterval.newcombe(a, b), pair["newcombe95"], within: 1e-10, "\(what) Newcombe")
        }
    }

    /// The groups with the best and the worst area under the curve.
    func checkAreas(_ expected: JSON?, _ comparison: inout Comparison) {
        guard let expected, let best = groups.first(where: { $0.key == expected["best"]?.string }),
            let worst = groups.first(where: { $0.key == expected["worst"]?.string }),
            let found = AreaComparison(independent: best.sample, worst.sample)
        else { return }
        comparison.check(found.difference, expected["gap"], within: 1e-12, "\(place) AUC gap")
        comparison.check(found.standardError, expected["se"], within: 1e-12, "\(place) AUC gap's error")
        comparison.check(found.test?.statistic, expected["z"], within: 1e-10, "\(place) AUC gap's z")
        comparison.check(found.test?.p, expected["p"], within: 1e-10, "\(place) AUC gap's p")
        comparison.check(found.interval(), expected["ci95"], within: 1e-10, "\(place) AUC gap's interval")
    }

    /// Empirical Bayes by moments and by likelihood.
    func checkShrinkage(_ expected: JSON?, _ comparison: inout Comparison) {
        guard let expected else { return }
        ShrinkageOracle(proportions: accuracies, place: place).check(expected, &comparison)
    }
}
