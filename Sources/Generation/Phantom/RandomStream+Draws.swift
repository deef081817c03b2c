import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The distributions that the phantom is drawn from.
extension RandomStream {
    /// A number uniform in a range.
    mutating func nextUniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * nextUniform() }

    /// A normal number.
    mutating func nextNormal(mean: Double, deviation: Double) -> Double { mean + deviation * nextNormal() }

    /// A normal number brought to the nearer end of a range.
    mutating func nextNormal(mean: Double, deviation: Double, within range: ClosedRange<Double>) -> Double {
        min(max(nextNormal(mean: mean, deviation: deviation), range.lowerBound), range.upperBound)
    }

    /// True with a probability.
    mutating func nextChance(_ probability: Double) -> Bool { nextUniform() < probability }

    /// A Poisson count, by multiplying uniforms (Knuth); meant for means below 50.
    mutating func nextPoisson(mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        let limit = exp(-mean)
        var (count, product) = (0, nextUniform())
        while product > limit {
            count += 1
            product *= nextUniform()
        }
        return count
    }

    /// An index drawn in proportion to weights that are not all zero.
    mutating func nextIndex(weights: [Double]) -> Int {
        var rest = nextUniform() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }

    /// A key of a noise field.
    mutating func nextKey() -> UInt32 { nextWord() }
}
