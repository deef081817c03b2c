/// How two groups are tested for a difference (spec/metrics.md, 5.5).
package enum PairTest: String, Sendable, Hashable, CaseIterable {
    /// Fisher's exact test of two proportions.
    case fisher
    /// The z test with the pooled variance.
    case pooledZ = "pooled_z"
    /// DeLong's test of two areas under the ROC curve.
    case delong
    /// Random exchanges of rows between the two groups, for any quantity.
    case permutation

    /// The test for a quantity where none was asked for.
    package static func preferred(for metric: GroupMetric) -> PairTest {
        if metric.isProportion { return .fisher }
        return metric == .auroc ? .delong : .permutation
    }

    /// Whether the test exists for a quantity.
    package func fits(_ metric: GroupMetric) -> Bool {
        switch self {
        case .fisher, .pooledZ: metric.isProportion
        case .delong: metric == .auroc
        case .permutation: metric != .aurocVariance
        }
    }
}
