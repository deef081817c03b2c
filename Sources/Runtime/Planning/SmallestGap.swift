import Statistics

/// The smallest gap that groups of a size can show, at the usual 95 % and a power of 80 %.
enum SmallestGap {
    /// The gap that the best and the worst of `groups` groups of `size` must have to be told apart, for rates around
    /// one half, after Bonferroni over all pairs; nil where not even 1 could be found.
    static func found(groups: Int, size: Int) -> Double? {
        let pairs = Double(groups * (groups - 1) / 2)
        guard groups > 1, size > 0 else { return nil }
        func suffices(_ gap: Double) -> Bool {
            let needed = SampleSize((1 - gap) / 2, (1 + gap) / 2, alpha: 0.05 / pairs, power: 0.8)
            return needed.pooled <= Double(size)
        }
        var (low, high) = (0.0, 0.999)
        guard suffices(high) else { return nil }
        while high - low > 1e-4 {
            let middle = (low + high) / 2
            if suffices(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
