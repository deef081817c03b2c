import RealModule
import Testing

@testable import Statistics

/// What a report says of intervals of areas with few positives or negatives, measured with normal scores.
@Suite struct AreaCoverageTests {
    /// One design, and between which shares of 95 % intervals the truth lies.
    struct Design: Sendable {
        let positives: Int
        let negatives: Int
        let plain: ClosedRange<Double>
        let logit: ClosedRange<Double>
    }

    private static let designs = [
        Design(positives: 2, negatives: 98, plain: 0.60...0.72, logit: 0.68...0.80),
        Design(positives: 5, negatives: 95, plain: 0.79...0.88, logit: 0.86...0.93),
        Design(positives: 20, negatives: 80, plain: 0.90...0.955, logit: 0.925...0.97),
    ]

    @Test("coverage falls with the scarcer class, on the logit scale less", arguments: designs)
    func coverage(design: Design) throws {
        let shift = 1.2
        let truth = NormalDistribution.probability(below: shift / 2.0.squareRoot())
        var source = RandomSource(seed: 17)
        var (plain, logit, all) = (0.0, 0.0, 0.0)
        for _ in 0..<800 {
            let labels = (0..<design.positives + design.negatives).map { $0 < design.positives }
            let scores = labels.map { label in
                let draw = NormalDistribution.quantile(min(max(source.unit(), 1e-12), 1 - 1e-12))
                return NormalDistribution.probability(below: draw + (label ? shift : 0))
            }
            let sample = try RecordTable(labels: labels, scores: scores, attributes: [])
                .grouped(by: .overall).everybody
            guard let area = sample.quantity(.auroc).value,
                let variance = sample.quantity(.aurocVariance).value,
                variance > 0
            else { continue }
            all += 1
            let intervals = IntervalOptions.AreaScale.allCases.map {
                AreaComparison.interval(area: area, variance: variance, scale: $0)
            }
            if intervals[0].low <= truth, truth <= intervals[0].high { plain += 1 }
            if intervals[1].low <= truth, truth <= intervals[1].high { logit += 1 }
        }
        #expect(design.plain.contains(plain / all), "\(plain / all)")
        #expect(design.logit.contains(logit / all), "\(logit / all)")
    }
}
