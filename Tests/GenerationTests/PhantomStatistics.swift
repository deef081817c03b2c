import Generation

/// A set of renders drawn once for the suites that test statistics, with the figures they need.
enum PhantomStatistics {
    /// Truth and measurement of one render.
    struct Row: Sendable {
        /// What was drawn.
        let truth: PhantomTruth
        /// What the truth tools found.
        let measured: PhantomMeasurement
        /// Share of mask pixels.
        let maskFraction: Double
    }

    /// 2,000 balanced renders at 64 pixels.
    static let rows: [Row] = sample(2000, size: 64, style: .isic)

    /// 360 balanced renders at 128 pixels, where hairs and spots are resolved.
    static let fineRows: [Row] = sample(360, size: 128, style: .isic)

    /// Draws and measures a set.
    static func sample(_ count: Int, size: Int, style: PhantomStyle) -> [Row] {
        let set = PhantomSet(design: PhantomDesign(), size: size, style: style, seed: 20_261_122)
        let renderings = set.renderings(0..<count, threads: 2)
        let figures = PhantomMeasurement.measure(renderings.map(\.image), threads: 2)
        return zip(renderings, figures).map { rendering, measured in
            let inside = rendering.mask.reduce(0) { $0 + Int($1) }
            return Row(
                truth: rendering.truth, measured: measured,
                maskFraction: Double(inside) / Double(rendering.mask.count))
        }
    }

    /// The mean of a figure over the rows that meet a condition.
    static func mean(_ figure: (Row) -> Double, where condition: (Row) -> Bool = { _ in true }) -> Double {
        let chosen = rows.filter(condition).map(figure)
        return chosen.reduce(0, +) / Double(chosen.count)
    }

    /// The standard deviation of a figure over the rows that meet a condition.
    static func deviation(_ figure: (Row) -> Double, where condition: (Row) -> Bool = { _ in true }) -> Double
    {
        let chosen = rows.filter(condition).map(figure)
        let middle = chosen.reduce(0, +) / Double(chosen.count)
        return (chosen.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(chosen.count)).squareRoot()
    }

    /// Pearson's correlation of two figures.
    static func correlation(_ x: (Row) -> Double, _ y: (Row) -> Double) -> Double {
        let (mx, my) = (mean(x), mean(y))
        let covariance = mean { (x($0) - mx) * (y($0) - my) }
        return covariance / (deviation(x) * deviation(y))
    }
}
