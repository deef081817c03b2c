import Statistics
import Testing

@Suite struct MonteCarloGapTests {
    /// Groups of melanomas and nevi with given hits, and scores that follow the decisions.
    private func groups(_ counts: [Confusion]) throws -> [Sample] {
        try counts.map { counts in
            let cells = [
                (true, 0.8, counts.truePositives), (false, 0.7, counts.falsePositives),
                (false, 0.2, counts.trueNegatives), (true, 0.3, counts.falseNegatives),
            ]
            let rows = cells.flatMap { cell in Array(repeating: (cell.0, cell.1), count: cell.2) }
            return try RecordTable(labels: rows.map(\.0), scores: rows.map(\.1), attributes: [])
                .grouped(by: .overall).everybody
        }
    }

    @Test("drawn permutations of max-min accuracy agree with the exact p-value")
    func agreesWithExact() throws {
        let counts = [
            Confusion(tp: 9, fp: 3, tn: 10, fn: 3), Confusion(tp: 5, fp: 6, tn: 8, fn: 7),
            Confusion(tp: 8, fp: 2, tn: 11, fn: 4),
        ]
        let exact = try #require(RangeNull(counts.map { Proportion($0.correct, of: $0.total) }))
        let drawn = try #require(MonteCarloGap(.dp, of: groups(counts), draws: 3_999, seed: 1))
        #expect((drawn.p - exact.permutationP).magnitude < 4 * drawn.standardError + 1e-3)
        #expect((drawn.observed - exact.observed).magnitude < 1e-12)
    }

    @Test("a large difference of AUC is found, and the same seed gives the same p")
    func area() throws {
        let counts = [Confusion(tp: 30, fp: 2, tn: 28, fn: 0), Confusion(tp: 15, fp: 14, tn: 16, fn: 15)]
        let first = try #require(MonteCarloGap(.aucGap, of: groups(counts), draws: 499, seed: 5))
        #expect(first.p == 1.0 / 500)
        #expect(try MonteCarloGap(.aucGap, of: groups(counts), draws: 499, seed: 5) == first)
    }

    @Test("equalized odds: exchanged within a class, so different base rates alone are no gap")
    func equalizedOdds() throws {
        let counts = [Confusion(tp: 40, fp: 2, tn: 8, fn: 10), Confusion(tp: 8, fp: 10, tn: 40, fn: 2)]
        let result = try #require(MonteCarloGap(.equalizedOdds, of: groups(counts), draws: 499, seed: 2))
        #expect(result.p > 0.9)
    }

    @Test("within strata, drawn permutations agree with the exact convolution of two tables")
    func strata() throws {
        // 8 of 10 and 5 of 10 right in one stratum, 3 of 6 and 1 of 12 in the other: two hypergeometric tables
        // convolved by hand give p = 0.026353730 and a mean gap of 0.132690744.
        let counts = [[(8, 10), (5, 10)], [(3, 6), (1, 12)]].map { stratum in
            stratum.map { Sample(counts: Confusion(tp: $0.0, fp: 0, tn: 0, fn: $0.1 - $0.0)) }
        }
        let found = try #require(MonteCarloGap(.dp, ofStrata: counts, draws: 9_999, seed: 3))
        #expect((found.observed - 0.414_772_727_272_727).magnitude < 1e-12)
        #expect((found.p - 0.026_353_730).magnitude < 4 * found.standardError)
        #expect((found.expected - 0.132_690_744).magnitude < 0.005)
    }

    @Test("a gap that the strata explain is one without them alone", arguments: [GapMetric.dp, .brierGap])
    func simpson(gap: GapMetric) throws {
        // Within each stratum both groups are right equally often; one group has more of the easy stratum.
        let easy = try groups([Confusion(tp: 36, fp: 0, tn: 0, fn: 4), Confusion(tp: 9, fp: 0, tn: 0, fn: 1)])
        let hard = try groups([Confusion(tp: 1, fp: 0, tn: 0, fn: 9), Confusion(tp: 4, fp: 0, tn: 0, fn: 36)])
        let both = try groups([
            Confusion(tp: 37, fp: 0, tn: 0, fn: 13), Confusion(tp: 13, fp: 0, tn: 0, fn: 37),
        ])
        #expect(try #require(MonteCarloGap(gap, of: both, draws: 999, seed: 1)).p < 0.01)
        #expect(try #require(MonteCarloGap(gap, ofStrata: [easy, hard], draws: 999, seed: 1)).p > 0.5)
    }

    @Test("one stratum is no stratum")
    func oneStratum() throws {
        let rows = try groups([Confusion(tp: 9, fp: 3, tn: 10, fn: 3), Confusion(tp: 5, fp: 6, tn: 8, fn: 7)])
        for gap in [GapMetric.dp, .aucGap, .equalizedOdds] {
            #expect(
                MonteCarloGap(gap, ofStrata: [rows], draws: 199, seed: 4)
                    == MonteCarloGap(gap, of: rows, draws: 199, seed: 4))
        }
    }

    @Test("a gap that is undefined has no test")
    func undefined() throws {
        let counts = [Confusion(tp: 4, fp: 0, tn: 0, fn: 1), Confusion(tp: 2, fp: 0, tn: 0, fn: 3)]
        #expect(try MonteCarloGap(.aucGap, of: groups(counts), draws: 99, seed: 0) == nil)
    }
}
