import Testing

@testable import Statistics

@Suite struct PairsTests {
    private func sample(_ successes: Int, _ trials: Int) -> Sample {
        Sample(counts: Confusion(tp: successes, fp: 0, tn: 0, fn: trials - successes))
    }

    @Test("all pairs of groups with a value, Fisher's p and its correction, the family stated")
    func proportions() throws {
        let groups = [sample(9, 20), sample(0, 0), sample(2, 25), sample(14, 22)]
        let pairs = Pairs(.accuracy, of: groups, correction: .holm)
        #expect(pairs.pairs.map { [$0.first, $0.second] } == [[0, 2], [0, 3], [2, 3]])
        #expect(pairs.groupsUndefined == [1])
        #expect(pairs.familySize == 3)
        let fisher = try #require(ProportionTest.fisher(Proportion(9, of: 20), Proportion(2, of: 25)))
        #expect(pairs.pairs[0].test == fisher)
        #expect(pairs.pairs.map(\.adjustedP) == TestCorrection.holm.adjust(pairs.pValues))
    }

    @Test("other tests of the script join the family")
    func family() throws {
        var pairs = Pairs(.accuracy, of: [sample(9, 20), sample(2, 25)])
        let p = try #require(pairs.pairs[0].test?.p)
        pairs.correct(by: .bonferroni, alongside: [0.5, 0.2])
        #expect(pairs.familySize == 3)
        #expect((try #require(pairs.pairs[0].adjustedP) - min(1, 3 * p)).magnitude < 1e-15)
    }

    @Test("areas by DeLong, everything else by exchange of rows")
    func otherQuantities() throws {
        let groups = try DrawnRows(240, seed: 31).groups()
        #expect(Pairs(.auroc, of: groups).test == .delong)
        var options = IntervalOptions()
        options.draws = 299
        let losses = Pairs(.brier, of: groups, test: .fisher, options: options)
        #expect(losses.test == .permutation)
        #expect(losses.pairs.allSatisfy { ($0.test?.p ?? 0) >= 1.0 / 300 && $0.interval.interval != nil })
    }

    @Test("a tie of two certain areas has no test, and leaves the family")
    func degenerate() {
        func perfect() -> Sample {
            Sample(labels: [0, 0, 1, 1], decisions: [0, 0, 1, 1], scores: [0.1, 0.2, 0.8, 0.9])
        }
        let pairs = Pairs(.auroc, of: [perfect(), perfect()])
        #expect(pairs.familySize == 0)
        #expect(pairs.pairs[0].test == nil)
    }
}
