@testable import Tensors

/// Inputs of the tests, and how results are compared.
enum Samples {
    /// Numbers in -1..<1 that differ for each seed.
    static func tensor(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
        var stream = RandomStream(seed: 42, stream: seed)
        let values = (0..<shape.reduce(1, *)).map { _ in Float(stream.nextUniform() * 2 - 1) }
        return Tensor(shape: shape, values: values)
    }

    /// The largest difference between a tensor and exact values.
    static func worstDifference(_ found: Tensor, _ expected: [Double]) -> Double {
        guard found.count == expected.count else { return .infinity }
        return zip(found.values, expected).map { abs(Double($0) - $1) }.reduce(0) {
            $1.isNaN ? .infinity : max($0, $1)
        }
    }
}

extension Tensor {
    /// The bits of all elements.
    var bits: [UInt32] { values.map(\.bitPattern) }
    /// All elements as Double.
    var doubles: [Double] { values.map(Double.init) }
}
