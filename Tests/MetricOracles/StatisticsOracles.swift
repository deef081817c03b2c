import Statistics
import Testing

@Suite struct StatisticsOracles {
    private func oracle(_ key: String) throws -> JSON {
        try #require(OracleFolder.json("statistics")[key])
    }

    private func proportions(_ entry: JSON) -> [Proportion] {
        zip(entry["k"]?.numbers ?? [], entry["n"]?.numbers ?? []).map { Proportion(Int($0), of: Int($1)) }
    }

    @Test("intervals of a proportion agree with statsmodels", arguments: ProportionInterval.allCases)
    func proportionIntervals(method: ProportionInterval) throws {
        let tolerance = method == .wilson || method == .agrestiCoull ? 1e-10 : 1e-8
        var comparison = Comparison()
        for entry in try oracle("proportion_intervals").array {
            let k = try #require(entry["k"]?.integer)
            let n = try #require(entry["n"]?.integer)
            let level = try #require(entry["conf"]?.number)
            comparison.check(
                method(Proportion(k, of: n), level: level), entry[method.rawValue], within: tolerance,
                "\(method.rawValue) \(k)/\(n) at \(level)")
        }
        #expect(comparison.count >= 120)
    }

    @Test("Newcombe's intervals of a difference agree with statsmodels")
    func differences() throws {
        var comparison = Comparison()
        for entry in try oracle("difference_intervals_newcombe95").array {
            let counts = try ["k1", "n1", "k2", "n2"].map { try #require(entry[$0]?.integer) }
            let found = DifferenceInterval.newcombe(
                Proportion(counts[0], of: counts[1]), Proportion(counts[2], of: counts[3]))
            comparison.check(found, entry["interval"], within: 1e-10, "Newcombe \(counts)")
        }
        #expect(comparison.count == 160)
    }

    @Test("corrections for many tests agree with statsmodels", arguments: TestCorrection.allCases)
    func corrections(correction: TestCorrection) throws {
        var comparison = Comparison()
        for entry in try oracle("multiple_tests").array {
            let pValues = entry["p"]?.numbers ?? []
            for (index, p) in correction.adjust(pValues).enumerated() {
                comparison.check(p, entry[correction.rawValue]?[index], within: 1e-12, "\(pValues) \(index)")
            }
        }
        #expect(comparison.count > 50)
    }

    @Test("sample sizes agree with statsmodels")
    func sampleSizes() throws {
        var comparison = Comparison()
        for entry in try oracle("sample_size_two_proportions").array {
            let given = try ["p1", "p2", "alpha", "power"].map { try #require(entry[$0]?.number) }
            let found = SampleSize(given[0], given[1], alpha: given[2], power: given[3])
            comparison.check(found.pooled, entry["n_pooled"], within: 1e-6, "pooled \(given)")
            comparison.check(found.unpooled, entry["n_unpooled"], within: 1e-6, "unpooled \(given)")
            comparison.check(found.arcsine, entry["n_arcsine"], within: 1e-4, "arcsine \(given)")
            comparison.check(found.effect, entry["cohen_h"], within: 1e-12, "h \(given)")
        }
        #expect(comparison.count > 200)
    }

    @Test("max - min of equal binomial groups is expected and distributed as enumerated")
    func binomialRange() throws {
        var comparison = Comparison()
        for entry in try oracle("range_null_binomial").array {
            let trials = entry["ns"]?.numbers.map { Int($0) } ?? []
            let rate = try #require(entry["p"]?.number)
            comparison.check(
                RangeNull.expected(trials: trials, rate: rate), entry["expected_range"], within: 1e-9,
                "expected \(trials)")
            for point in entry["tail"]?.array ?? [] {
                let gap = try #require(point[0]?.number)
                comparison.check(
                    RangeNull.tail(trials: trials, rate: rate, gap: gap), point[1], within: 1e-9,
                    "tail \(trials) at \(gap)")
            }
        }
        #expect(comparison.count > 40)
    }

    @Test("the exact permutation p of max - min agrees with the restricted convolution")
    func permutationRange() throws {
        var comparison = Comparison()
        for entry in try oracle("range_permutation_exact").array {
            let null = RangeNull(proportions(entry))
            comparison.check(null?.observed, entry["observed"], within: 1e-12, "observed")
            comparison.check(null?.permutationP, entry["p_exact"], within: 1e-9, "p of \(proportions(entry))")
        }
        #expect(comparison.count == 12)
    }

    @Test("empirical Bayes and the double-corrected variance agree by hand")
    func shrinkage() throws {
        var comparison = Comparison()
        for entry in try oracle("empirical_bayes").array {
            let groups = proportions(entry)
            ShrinkageOracle(proportions: groups, place: "\(groups.map(\.successes))").check(
                entry, &comparison)
            let variance = BetweenGroupVariance(groups)
            comparison.check(
                variance?.doubleCorrected, entry["variance"]?["double_corrected"], within: 1e-12,
                "double corrected")
        }
        #expect(comparison.count > 40)
    }

    @Test("two classifiers on the same images: paired DeLong")
    func pairedAreas() throws {
        let entry = try oracle("delong_paired")
        let found = try #require(
            AreaComparison(
                paired: (entry["y"]?.numbers ?? []).map { $0 == 1 }, entry["score_a"]?.numbers ?? [],
                entry["score_b"]?.numbers ?? []))
        var comparison = Comparison()
        comparison.check(found.first, entry["auc_a"], within: 1e-12, "first area")
        comparison.check(found.second, entry["auc_b"], within: 1e-12, "second area")
        comparison.check(found.variances.first, entry["var_a"], within: 1e-12, "first variance")
        comparison.check(found.variances.second, entry["var_b"], within: 1e-12, "second variance")
        comparison.check(found.variances.covariance, entry["cov_ab"], within: 1e-12, "covariance")
        comparison.check(found.standardError, entry["delong_se_of_difference"], within: 1e-12, "error")
        comparison.check(found.test?.statistic, entry["z"], within: 1e-10, "z")
        comparison.check(found.test?.p, entry["p"], within: 1e-10, "p")
        #expect(comparison.count == 8)
    }

    @Test("percentile and BCa intervals on given resamples agree with scipy")
    func bootstrap() throws {
        let entry = try oracle("bootstrap_given_resamples")
        let values = entry["x"]?.numbers ?? []
        let first = entry["group"]?.numbers.count { $0 == 0 } ?? 0
        func statistic(_ values: [Double]) -> Double {
            mean(values.prefix(first)) - mean(values.dropFirst(first))
        }
        func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }
        let replicates = try OracleFolder.csv("bootstrap_indices").map { row in
            statistic(row.compactMap(Int.init).map { values[$0] })
        }
        let strata = [0..<first, first..<values.count]
        let jackknife = strata.map { stratum in
            stratum.map { left -> Double in
                let kept = [0..<first, first..<values.count].map { rows in
                    mean(ArraySlice(rows.filter { $0 != left }.map { values[$0] }))
                }
                return kept[0] - kept[1]
            }
        }
        let interval = BootstrapInterval(estimate: statistic(values), replicates: replicates)
        var comparison = Comparison()
        comparison.check(interval.estimate, entry["observed"], within: 1e-12, "estimate")
        comparison.check(interval.bias, entry["z0"], within: 1e-9, "z0")
        comparison.check(
            BootstrapInterval.acceleration(jackknife), entry["acceleration"], within: 1e-9, "acceleration")
        comparison.check(interval.percentile(), entry["percentile95"], within: 1e-9, "percentile")
        comparison.check(interval.accelerated(jackknife: jackknife), entry["bca95"], within: 1e-9, "BCa")
        #expect(comparison.count == 7)
    }
}
