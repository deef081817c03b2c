import Foundation
import Tensors

/// A case: networks with synthetic weights, inputs, what is run, and the outputs to compare with.
package struct OracleCase: Decodable {
    /// One network of a case.
    package struct Part: Decodable {
        package let role: String
        package let network: String
        package let config: OracleJSON
        package let seed: Int
        package let gain: Double
        package let tensors: [Entry]

        /// All weights of this network under their public keys; tables that the network computes are left out.
        package func weights() -> [String: Tensor] {
            var result: [String: Tensor] = [:]
            for entry in tensors where entry.kind != "computed" {
                result[entry.name] = SyntheticWeights.tensor(
                    entry.name, shape: entry.shape, kind: entry.kind, seed: seed, gain: gain)
            }
            return result
        }
    }

    /// A weight, written as `[name, kind, shape]`.
    package struct Entry: Decodable {
        package let name: String
        package let kind: String
        package let shape: [Int]

        package init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            name = try container.decode(String.self)
            kind = try container.decode(String.self)
            shape = try container.decode([Int].self)
        }
    }

    /// What is known of an output.
    package struct Output: Decodable {
        package let shape: [Int]
        package let stride: Int
        package let tolerance: Double
        package let differingAtMost: Double?

        enum CodingKeys: String, CodingKey {
            case shape, stride, tolerance
            case differingAtMost = "differing_at_most"
        }
    }

    package let name: String
    package let procedure: OracleJSON
    package let inputSeed: Int
    package let inputs: [String: OracleInput]
    package let outputs: [String: Output]
    package let parts: [Part]

    private enum CodingKeys: String, CodingKey {
        case procedure, inputs, outputs, parts
        case name = "case"
        case inputSeed = "input_seed"
    }

    /// Reads `cases/NAME.json`.
    package static func read(_ name: String) throws -> OracleCase {
        try JSONDecoder().decode(OracleCase.self, from: OracleFolder.data("cases/\(name).json"))
    }

    /// An input as a tensor, in the layout of its shape (images and latents are channels-first there).
    package func input(_ key: String) throws -> Tensor {
        guard let input = inputs[key] else { throw OracleFailure.noInput(key, oracle: name) }
        return input.tensor(seed: inputSeed)
    }
}
