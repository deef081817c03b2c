import Tensors
import Weights

/// Weights from a table of shapes, filled by a fixed pattern, for tests that need no particular values.
struct MapWeights: WeightSource {
    let path = "map"
    /// The extents of each tensor.
    var shapes: [String: [Int]]
    /// Tensors filled by this value instead of the pattern.
    var constants: [String: Float] = [:]

    var names: [String] { shapes.keys.sorted() }

    func shape(of name: String) -> [Int]? { shapes[name] }

    func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let found = shapes[name] else { throw missing(name) }
        if let shape, shape != found {
            throw .wrongShape(path: path, tensor: name, expected: shape, found: found)
        }
        if let constant = constants[name] { return Tensor(repeating: constant, shape: found) }
        let count = found.reduce(1, *)
        let spread = 1 / Float(max(1, count / max(1, found.first ?? 1))).squareRoot()
        var state = UInt32(truncatingIfNeeded: name.utf8.reduce(7) { $0 &* 31 &+ Int($1) })
        let values = (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return (Float(state >> 8) / Float(1 << 23) - 1) * spread
        }
        return Tensor(shape: found, values: values)
    }
}
