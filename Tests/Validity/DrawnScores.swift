import RealModule
import Statistics

/// Rows whose scores are normal in each class, so that their area under the ROC curve is known.
struct DrawnScores {
    /// True for the positive class.
    private(set) var labels: [Bool] = []
    /// P(positive) of a first classifier.
    private(set) var scores: [Double] = []
    /// P(positive) of a second one on the same rows, correlated with the first.
    private(set) var others: [Double] = []

    /// The true area of both classifiers.
    static let area = NormalDistribution.probability(below: shift / 2.0.squareRoot())
    private static let shift = 1.2

    /// - Parameter positives: how many of the rows are of the positive class.
    init(_ count: Int, positives: Int, _ source: inout RandomSource) {
        for row in 0..<count {
            let centre = row < positives ? Self.shift : 0
            let shared = NormalDistribution.quantile(source.unit() + 0x1p-54)
            let first = NormalDistribution.quantile(source.unit() + 0x1p-54)
            let second = NormalDistribution.quantile(source.unit() + 0x1p-54)
            labels.append(row < positives)
            scores.append(Self.probability(centre + shared * 0.5.squareRoot() + first * 0.5.squareRoot()))
            others.append(Self.probability(centre + shared * 0.5.squareRoot() + second * 0.5.squareRoot()))
        }
    }

    /// The first classifier's outcomes.
    func sample() throws -> Sample {
        try RecordTable(labels: labels, scores: scores, attributes: []).grouped(by: .overall).everybody
    }

    /// A rising map of the line to 0..1, about the posterior of equal classes.
    private static func probability(_ x: Double) -> Double { 1 / (1 + Double.exp(-(x - 0.6) * 1.2)) }
}
