import Foundation
import OracleSupport
import Tensors
import Weights

/// One of Keras' own networks with weights from the formula, and its scores (`Libraries/make_keras_cases.py`).
struct KerasCase: Decodable {
    /// A layer, written as `[name, [[variable, kind, shape], ...]]`.
    struct Layer: Decodable {
        let name: String
        let variables: [OracleCase.Entry]

        /// The layer's class in snake case.
        var kind: String {
            let names = variables.map(\.name)
            if names.contains("moving_mean") { return "batch_normalization" }
            if names.contains("pointwise_kernel") { return "separable_conv2d" }
            if variables.contains(where: { $0.kind == "linear" }) { return "dense" }
            return variables.contains { $0.kind == "depthwise" } ? "depthwise_conv2d" : "conv2d"
        }

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            name = try container.decode(String.self)
            variables = try container.decode([OracleCase.Entry].self)
        }
    }

    let graph: String
    let gain: Double
    /// Rows and columns of the input.
    let size: [Int]
    let tolerance: Double
    /// The scores of each image.
    let logits: [[Double]]
    let layers: [Layer]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Libraries/KerasCases")

    /// The names of all cases, sorted.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// Reads `Libraries/KerasCases/NAME.json`.
    static func read(_ name: String) throws -> KerasCase {
        let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
        return try JSONDecoder().decode(KerasCase.self, from: data)
    }

    /// The images, channels last.
    var images: [Tensor] {
        let extents = [logits.count, 3, size[0], size[1]]
        let batch = SyntheticWeights.tensor("input/x", shape: extents, kind: "mosaic", seed: 0)
        return (0..<logits.count).map {
            batch.rows($0..<$0 + 1).reshaped([3, size[0], size[1]]).channelsLast()
        }
    }
}
