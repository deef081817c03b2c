import Tensors
import Weights

/// The weights of one network of a case, made when they are asked for, so that only those in use take memory.
package struct SyntheticSource: WeightSource {
    package let path: String
    private let seed: Int
    private let gain: Double
    private let kinds: [String: String]
    private let shapes: [String: [Int]]

    package init(_ part: OracleCase.Part, of oracle: OracleCase) {
        self.init(
            path: "\(oracle.name)/\(part.role)", seed: part.seed, gain: part.gain, entries: part.tensors)
    }

    /// Weights of the tensors in `entries`, but for those that a network computes.
    package init(path: String, seed: Int, gain: Double, entries: [OracleCase.Entry]) {
        self.path = path
        (self.seed, self.gain) = (seed, gain)
        let entries = entries.filter { $0.kind != "computed" }
        kinds = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.kind) })
        shapes = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.shape) })
    }

    package var names: [String] { shapes.keys.sorted() }

    package func shape(of name: String) -> [Int]? { shapes[name] }

    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let found = shapes[name], let kind = kinds[name] else { throw missing(name) }
        if let shape, shape != found {
            throw .wrongShape(path: path, tensor: name, expected: shape, found: found)
        }
        return SyntheticWeights.tensor(name, shape: found, kind: kind, seed: seed, gain: gain)
    }
}
