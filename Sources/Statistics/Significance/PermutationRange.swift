/// The distribution of max - min of group rates when the outcomes are exchanged between groups, exactly.
///
/// Given the total, independent binomials are multivariate hypergeometric. So the chance that all groups lie in a
/// window is the coefficient of the total in the product of the groups' restricted generating functions, over the
/// binomial mass of the total. `SpectralWindow` reads that coefficient from the functions' values at roots of
/// unity, which a sliding window updates in O(1) each, so that the whole costs one transform length for each
/// attainable rate instead of a convolution.
struct PermutationRange {
    /// The smallest p-value that this arithmetic resolves; smaller ones are reported as this.
    static let resolution = 1e-12

    private let sizes: [RangeNull.GroupSize]
    private let total: Int

    /// Groups of these sizes that share `total` successes, neither none nor all.
    init(_ sizes: [RangeNull.GroupSize], total: Int) {
        self.sizes = sizes
        self.total = total
    }

    /// P(max - min >= `gap` | total), to the multiple of `resolution`; absolute error below 1e-10.
    func tail(_ gap: Double) -> Double {
        guard gap > 0 else { return 1 }
        let trials = sizes.reduce(0) { $0 + $1.trials * $1.groups }
        let probability = Double(total) / Double(trials)
        let masses = sizes.map { BinomialMasses(trials: $0.trials, probability: probability) }
        let whole = BinomialMasses(trials: trials, probability: probability)
        var window = SpectralWindow(masses: masses, sizes: sizes, whole: whole, total: total)
        let tail = RateGrid(masses).tail(gap, trials: sizes.map(\.trials), window: &window)
        return max((tail / Self.resolution).rounded() / (1 / Self.resolution), Self.resolution)
    }
}
