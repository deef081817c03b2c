import OracleSupport
import Foundation
import Tensors
import Testing

/// One entry of `ops/ops.json`: a layer, its options, its inputs and how far the output may be off.
struct OpsOracle: Decodable, Sendable {
    private struct File: Decodable {
        let seed: Int
        let ops: [OpsOracle]
    }

    /// What is known of the output.
    struct Output: Decodable, Sendable {
        let shape: [Int]
        let tolerance: Double
    }

    let op: String
    let function: String
    let options: OracleJSON
    let inputs: [String: OracleInput]
    let output: Output

    /// All entries; empty where the file is missing or malformed, which a test of its own reports.
    static let all: [OpsOracle] = {
        guard let data = try? OracleFolder.data("ops/ops.json") else { return [] }
        return (try? JSONDecoder().decode(File.self, from: data))?.ops ?? []
    }()

    /// An input in the layout of its shape (channels-first).
    func input(_ key: String) throws -> Tensor {
        try #require(inputs[key], "\(op) has no input \(key)").tensor(seed: 0)
    }

    /// An input that may be missing.
    func optional(_ key: String) -> Tensor? { inputs[key]?.tensor(seed: 0) }

    /// An option that is one whole number for both axes or one for each.
    func pair(_ key: String) -> (Int, Int)? {
        if let both = options[key].int { return (both, both) }
        guard let list = options[key].ints, list.count == 2 else { return nil }
        return (list[0], list[1])
    }

    /// The maps of a batch `[B, C, H, W]`, channels-last, each through `body`, and back: the values in the layout of
    /// the oracle.
    func eachMap(of key: String, _ body: (Tensor) throws -> Tensor) throws -> Tensor {
        let batch = try input(key)
        let results = try (0..<batch.shape[0]).map { index in
            let map = batch.rows(index..<index + 1).reshaped(Array(batch.shape.dropFirst())).channelsLast()
            let result = try body(map).channelsFirst()
            return result.reshaped([1] + result.shape)
        }
        return Tensor.concatenatingRows(results)
    }
}

extension OpsOracle: CustomTestStringConvertible {
    var testDescription: String { op }
}
