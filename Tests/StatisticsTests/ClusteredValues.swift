import Foundation

@testable import Statistics

/// What statsmodels, scipy and plain enumeration say of clustered rows; made by `Fixtures/make_clustered_values.py`.
struct ClusteredValues: Decodable {
    let proportions: [Rows]
    let areas: [Rows]
    let shared: [Rows]
    let permutations: [Rows]
    let resamples: [Rows]

    /// Some rows, and what is known of them.
    struct Rows: Decodable {
        let clusters: [Int]
        let labels: [Int]
        let scores: [Double]
        let groups: [Int]?
        let variance: Double?
        let trials: Double?
        let intervals: [String: [Double]]?
        let area: Double?
        let gap: Double?
        let p: Double?
        let expected: Double?
        let mean: Double?
        let deviation: Double?

        /// The rows as a table, in an order of their own, with their groups where they have any.
        func table(order: [Int]? = nil, isClustered: Bool = true) throws -> RecordTable {
            let order = order ?? Array(labels.indices)
            let names = order.map { "patient \(clusters[$0])" }
            let column = try groups.map { groups in
                try AttributeColumn(
                    name: "group", levels: ["0", "1"], values: order.map { String(groups[$0]) })
            }
            return try RecordTable(
                labels: order.map { labels[$0] == 1 }, scores: order.map { scores[$0] },
                clusters: isClustered ? ClusterColumn(name: "patient_id", values: names) : nil,
                attributes: [column].compactMap(\.self))
        }

        /// All rows together.
        func sample() throws -> Sample { try table().grouped(by: .overall).everybody }

        /// The rows of each group.
        func samples() throws -> [Sample] {
            try table().grouped(by: Grouping(["group"])).groups.map(\.sample)
        }
    }

    /// The values of the file.
    static func read() throws -> ClusteredValues {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "Fixtures/clustered_values.json"))
        return try JSONDecoder().decode(ClusteredValues.self, from: data)
    }
}
