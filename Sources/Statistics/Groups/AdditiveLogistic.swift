import RealModule

/// The rates of a crossing's cells by the main effects of its attributes alone, on the logit scale.
///
/// Each cell counts as holding q / K rows more at the rate of everybody, q coefficients over K cells, which keeps the
/// fit finite where a level has no success (Clogg, Rubin, Schenker, Schultz & Weidman 1991).
struct AdditiveLogistic: Sendable {
    /// The fitted rate of each cell, also of those without rows.
    let rates: [Double]
    /// How far each cell determines its own fitted rate, in 0...1.
    let leverages: [Double]

    private static let steps = 50

    /// The model of some cells.
    ///
    /// - Parameter levels: for each cell the place of its level in each attribute.
    /// - Returns: nil where no cell has trials, or where the equations cannot be solved.
    init?(_ cells: [EffectiveProportion], levels: [[Int]]) {
        let trials = cells.map(\.trials).compensatedSum()
        let successes = cells.map(\.successes).compensatedSum()
        guard trials > 0, successes > 0, successes < trials, levels.count == cells.count else { return nil }
        let design = Self.design(levels)
        let width = design.first?.count ?? 0
        let pooled = successes / trials
        let added = Double(width) / Double(cells.count)
        let counts = cells.map { $0.trials + added }
        let hits = cells.map { $0.successes + added * pooled }
        var coefficients = [Double](repeating: 0, count: width)
        coefficients[0] = Double.log(pooled / (1 - pooled))
        for _ in 0..<Self.steps {
            let rates = Self.rates(design, coefficients)
            let weights = zip(counts, rates).map { $0 * $1 * (1 - $1) }
            guard let system = PositiveSystem(Self.information(design, weights)) else { return nil }
            var score = [Double](repeating: 0, count: width)
            for (cell, row) in design.enumerated() {
                let residual = hits[cell] - counts[cell] * rates[cell]
                for column in row.indices { score[column] += row[column] * residual }
            }
            let step = system.solve(score)
            for column in step.indices { coefficients[column] += step[column] }
            if step.allSatisfy({ $0.magnitude < 1e-10 }) { break }
        }
        let fitted = Self.rates(design, coefficients)
        let weights = zip(cells, fitted).map { $0.trials * $1 * (1 - $1) }
        let whole = zip(counts, fitted).map { $0 * $1 * (1 - $1) }
        // Without the added rows, but where a level has none of its own.
        guard fitted.allSatisfy(\.isFinite),
            let system = PositiveSystem(Self.information(design, weights))
                ?? PositiveSystem(Self.information(design, whole))
        else { return nil }
        rates = fitted
        leverages = zip(design, weights).map { row, weight in
            weight * zip(row, system.solve(row)).map { $0 * $1 }.compensatedSum()
        }
    }

    /// One row a cell: 1, then for each attribute a column for each level but the first that occurs.
    private static func design(_ levels: [[Int]]) -> [[Double]] {
        let attributes = levels.first?.count ?? 0
        let seen = (0..<attributes).map { attribute in Set(levels.map { $0[attribute] }).sorted() }
        return levels.map { cell in
            [1]
                + (0..<attributes).flatMap { attribute in
                    seen[attribute].dropFirst().map { $0 == cell[attribute] ? 1.0 : 0 }
                }
        }
    }

    private static func rates(_ design: [[Double]], _ coefficients: [Double]) -> [Double] {
        design.map { row in
            1 / (1 + Double.exp(-zip(row, coefficients).map { $0 * $1 }.compensatedSum()))
        }
    }

    /// The weighted cross products of the design's columns.
    private static func information(_ design: [[Double]], _ weights: [Double]) -> [[Double]] {
        let width = design.first?.count ?? 0
        var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
        for (row, weight) in zip(design, weights) {
            let filled = row.indices.filter { row[$0] != 0 }
            for left in filled {
                for right in filled { sums[left][right] += weight * row[left] * row[right] }
            }
        }
        return sums
    }
}
