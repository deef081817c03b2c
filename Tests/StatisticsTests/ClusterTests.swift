import RealModule
import Testing

@testable import Statistics

/// Rows that come in clusters, against statsmodels, scipy, a plain form of Obuchowski's definition, and enumeration.
@Suite struct ClusterTests {
    private let values: ClusteredValues

    init() throws {
        values = try ClusteredValues.read()
    }

    @Test("a proportion's variance is statsmodels' cluster-robust one", arguments: 0..<3)
    func proportionVariance(index: Int) throws {
        let rows = values.proportions[index]
        let found = try #require(ClusteredProportion(.accuracy, of: rows.sample()))
        #expect(abs(try #require(found.influence).variance - #require(rows.variance)) < 1e-14)
        #expect(abs(try #require(found.effectiveTrials(level: 0.95)) - #require(rows.trials)) < 1e-7)
    }

    @Test("every method for proportions takes the effective trials", arguments: ProportionInterval.allCases)
    func proportionIntervals(method: ProportionInterval) throws {
        for rows in values.proportions {
            let expected = try #require(rows.intervals?[method.rawValue])
            var options = IntervalOptions()
            options.proportion = method
            let found = try #require(
                GroupInterval.of(.accuracy, in: rows.sample(), options: options).interval)
            #expect(abs(found.low - expected[0]) < 1e-7 && abs(found.high - expected[1]) < 1e-7)
            #expect(found.method == method.rawValue + " clustered")
        }
    }

    @Test("an area's variance is Obuchowski's, looked up pair by pair", arguments: 0..<3)
    func areaVariance(index: Int) throws {
        let rows = values.areas[index]
        let found = try #require(ClusteredArea(rows.sample()))
        #expect(abs(found.area - (try #require(rows.area))) < 1e-12)
        #expect(abs(found.influence.variance - (try #require(rows.variance))) < 1e-12)
    }

    @Test("two groups of the same clusters covary as statsmodels' sandwich says", arguments: 0..<2)
    func shared(index: Int) throws {
        let rows = values.shared[index]
        let parts = try rows.samples().map { try #require(ClusterInfluence(.accuracy, of: $0)) }
        let variance = parts[0].variance + parts[1].variance - 2 * parts[0].covariance(with: parts[1])
        #expect(abs(variance - (try #require(rows.variance))) < 1e-14)
        #expect(parts[0].covariance(with: parts[1]) > 0.0005)
    }

    @Test(
        "the permutation p and the chance level are those of every exchange of whole clusters",
        arguments: 0..<3)
    func permutations(index: Int) throws {
        let rows = values.permutations[index]
        let found = try #require(MonteCarloGap(.dp, of: rows.samples(), draws: 19_999, seed: 3))
        #expect(abs(found.observed - (try #require(rows.gap))) < 1e-12)
        #expect(abs(found.p - (try #require(rows.p))) < 5 * found.standardError + 1e-4)
        #expect(abs(found.expected - (try #require(rows.expected))) < 0.003)
    }

    @Test("resamples of clusters vary as all of them do", arguments: 0..<2)
    func resamples(index: Int) throws {
        let rows = values.resamples[index]
        var options = IntervalOptions()
        options.draws = 40_000
        let drawn = GroupReplicates(.accuracy, of: [try rows.sample()], options: options).values[0]
        let mean = drawn.reduce(0, +) / 40_000
        let deviation = (drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000).squareRoot()
        #expect(abs(mean - (try #require(rows.mean))) < 0.0025)
        #expect(abs(deviation - (try #require(rows.deviation))) < 0.0025)
    }

    @Test("rows that are clusters of one each have the intervals of independent rows")
    func singletons() throws {
        let drawn = DrawnRows(60, seed: 5)
        let names = drawn.labels.indices.map { "p\($0)" as String? }
        let table = try RecordTable(
            labels: drawn.labels, scores: drawn.scores,
            clusters: ClusterColumn(name: "patient_id", values: names), attributes: [])
        let clustered = try table.grouped(by: .overall).everybody
        let plain = try RecordTable(labels: drawn.labels, scores: drawn.scores, attributes: [])
            .grouped(by: .overall).everybody
        for metric in [GroupMetric.accuracy, .tpr, .ppv, .auroc] {
            let one = try #require(GroupInterval.of(metric, in: clustered).interval)
            let two = try #require(GroupInterval.of(metric, in: plain).interval)
            #expect(abs(one.low - two.low) < 1e-12 && abs(one.high - two.high) < 1e-12)
        }
    }

    @Test("no result depends on the order of the rows, nor on the names of the clusters")
    func order() throws {
        let rows = values.permutations[0]
        let turned = Array(rows.labels.indices.reversed())
        var options = IntervalOptions()
        options.draws = 99
        let found = try [nil, turned].map { order in
            let groups = try rows.table(order: order).grouped(by: Grouping(["group"])).groups.map(\.sample)
            return (
                MonteCarloGap(.eceGap, of: groups, draws: 99, seed: 1),
                groups.map { GroupInterval.of(.brier, in: $0, options: options).interval }
            )
        }
        #expect(found[0].0 == found[1].0)
        #expect(found[0].1 == found[1].1)
    }

    @Test("a group of a single cluster has no interval, and no bounds rest on it")
    func oneCluster() throws {
        let table = try RecordTable(
            labels: [true, true, false, true, false, false], scores: [0.9, 0.2, 0.3, 0.6, 0.7, 0.1],
            clusters: ClusterColumn(name: "p", values: ["a", "a", "a", "b", "c", nil]),
            attributes: [
                AttributeColumn(name: "g", levels: ["x", "y"], values: ["x", "x", "x", "y", "y", "y"])
            ])
        let groups = try table.grouped(by: Grouping(["g"])).groups.map(\.sample)
        #expect(groups.map(\.clusterCount) == [1, 3])
        for metric in [GroupMetric.accuracy, .auroc, .brier] {
            #expect(GroupInterval.of(metric, in: groups[0]).reason == .oneCluster)
        }
        #expect(GapBounds.of(.dp, in: groups).reason == .oneCluster)
    }

    @Test("clusters within groups are drawn within them, clusters of several groups all together")
    func strata() throws {
        let nested = ClusterResample(try values.permutations[0].samples(), keepsClasses: false)
        #expect(!nested.areShared)
        let spanning = ClusterResample(try values.shared[0].samples(), keepsClasses: false)
        #expect(spanning.areShared)
        var draws = spanning
        var source = RandomSource(seed: 1)
        draws.draw(&source)
        // Both groups have the same rows of each cluster, so what is drawn for one is drawn for the other.
        #expect(draws.multiplicities[0].reduce(0, +) == draws.multiplicities[1].reduce(0, +))
    }

    @Test(
        "quantiles of Student's t are those of tables",
        arguments: [(1, 0.95, 12.7062047364), (9, 0.95, 2.2621571628), (200, 0.999, 3.3398354)])
    func student(degrees: Int, level: Double, expected: Double) {
        #expect(abs(StudentDistribution.twoSidedQuantile(level, degrees: degrees) - expected) < 1e-6)
    }
}
