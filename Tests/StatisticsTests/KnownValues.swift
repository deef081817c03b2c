import Foundation

/// What scipy, statsmodels and scikit-learn say of small data sets; made by `Fixtures/make_known_values.py`.
struct KnownValues: Decodable {
    let mcnemar: [Paired]
    let trend: [Trend]
    let weightedRows: [Rows]

    /// Two classifiers on the same images.
    struct Paired: Decodable {
        let table: [Int]
        let p: Double
        let low: Double
        let high: Double
    }

    /// Proportions of ordered groups.
    struct Trend: Decodable {
        let successes: [Int]
        let trials: [Int]
        let z: Double
        let p: Double
    }

    /// Rows that count several times or not at all.
    struct Rows: Decodable {
        let labels: [Int]
        let scores: [Double]
        let times: [Int32]
        let auroc: Double
        let auprc: Double
        let brier: Double
        let f1: Double
        let sensAtSpec80: Double
    }

    /// The values of the file.
    static func read() throws -> KnownValues {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let data = try Data(contentsOf: folder.appending(path: "Fixtures/known_values.json"))
        return try decoder.decode(KnownValues.self, from: data)
    }
}
