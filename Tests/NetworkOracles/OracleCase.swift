import Foundation
import Tensors
import Testing

/// A case: networks with synthetic weights, inputs, what is run, and the outputs to compare with.
struct OracleCase: Decodable {
    /// One network of a case.
    struct Part: Decodable {
        let role: String
        let network: String
        let config: OracleJSON
        let seed: Int
        let gain: Double
        let tensors: [Entry]

        /// All weights of this network under their public keys; tables that the network computes are left out.
        func weights() -> [String: Tensor] {
            var result: [String: Tensor] = [:]
            for entry in tensors where entry.kind != "computed" {
                result[entry.name] = SyntheticWeights.tensor(
                    entry.name, shape: entry.shape, kind: entry.kind, seed: seed, gain: gain)
            }
            return result
        }
    }

    /// A weight, written as `[name, kind, shape]`.
    struct Entry: Decodable {
        let name: String
        let kind: String
        let shape: [Int]

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            name = try container.decode(String.self)
            kind = try container.decode(String.self)
            shape = try container.decode([Int].self)
        }
    }

    /// What is known of an output.
    struct Output: Decodable {
        let shape: [Int]
        let stride: Int
        let tolerance: Double
        let differingAtMost: Double?

        enum CodingKeys: String, CodingKey {
            case shape, stride, tolerance
            case differingAtMost = "differing_at_most"
        }
    }

    let name: String
    let procedure: OracleJSON
    let inputSeed: Int
    let inputs: [String: OracleInput]
    let outputs: [String: Output]
    let parts: [Part]

    private enum CodingKeys: String, CodingKey {
        case procedure, inputs, outputs, parts
        case name = "case"
        case inputSeed = "input_seed"
    }

    /// Reads `cases/NAME.json`.
    static func read(_ name: String) throws -> OracleCase {
        try JSONDecoder().decode(OracleCase.self, from: OracleFolder.data("cases/\(name).json"))
    }

    /// An input as a tensor, in the layout of its shape (images and latents are channels-first there).
    func input(_ key: String) throws -> Tensor {
        try #require(inputs[key], "case \(name) has no input \(key)").tensor(seed: inputSeed)
    }

    /// Compares all values of an output, flattened in the layout of its shape, with the stored ones.
    func expect(_ key: String, shape: [Int], values: [Float]) throws {
        let output = try #require(outputs[key], "case \(name) has no output \(key)")
        let expected = try OracleValues(path: "cases/\(name).safetensors").values(key)
        #expect(shape == output.shape, "\(name) \(key): shape")
        let taken = stride(from: 0, to: values.count, by: output.stride).map { Double(values[$0]) }
        try #require(taken.count == expected.count, "\(name) \(key): number of values")
        let differences = zip(taken, expected).map { abs($0 - $1) }
        let worst = differences.max() ?? 0
        #expect(!taken.contains { $0.isNaN }, "\(name) \(key): not a number")
        #expect(worst <= output.tolerance, "\(name) \(key): worst difference \(worst)")
        let share = Double(differences.count { $0 > 0 }) / Double(max(1, differences.count))
        #expect(share <= output.differingAtMost ?? 1, "\(name) \(key): share of differing values")
    }
}
