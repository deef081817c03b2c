import Semantics

/// Invented costs, so that plans in golden cases are the same everywhere.
enum CaseCosts {
    /// A machine of 148 GFLOP/s with a large generator.
    static let large = CostDescription(
        flopsPerSecond: 148e9, isMeasured: true,
        generator: { generator in
            let steps = generator.options.integer("steps") ?? 0
            return GeneratorCost(
                passesPerImage: 2 * steps, flopsPerImage: 0.239e12 * 2 * Double(steps),
                peakBytes: 3_900_000_000,
                bytesPerImage: 100_000)
        },
        classifier: { _ in ClassifierCost(flops: 11e9) }, photographs: { _ in 118 })
}
