import Foundation
import Tensors

/// An input of a case: a formula, or values that are written out.
package struct OracleInput: Decodable {
    /// The shape; that of the nested `values` where they are written out.
    package let shape: [Int]
    private let name: String?
    private let kind: String?
    private let literal: [Double]

    private enum CodingKeys: String, CodingKey {
        case tensor, shape, kind, values
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decodeIfPresent(String.self, forKey: .tensor)
        kind = try container.decodeIfPresent(String.self, forKey: .kind)
        if name != nil {
            shape = try container.decode([Int].self, forKey: .shape)
            literal = []
        } else {
            let values = try container.decode(OracleLiteral.self, forKey: .values)
            shape = values.shape
            literal = values.flattened
        }
    }

    /// The values of this input in row-major order, drawn with the case's `input_seed`.
    package func tensor(seed: Int) -> Tensor {
        guard let name, let kind else { return Tensor(shape: shape, values: literal.map(Float.init)) }
        return SyntheticWeights.tensor(name, shape: shape, kind: kind, seed: seed)
    }

    /// The written-out values as whole numbers: labels, token ids, indices.
    package var integers: [Int] { literal.map { Int($0) } }

    /// The written-out values as truth values: true is 1.
    package var flags: [Bool] { literal.map { $0 != 0 } }
}
