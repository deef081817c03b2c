/// Normalises each row to mean 0 and variance 1 (Ba et al. 2016); statistics are accumulated in Double.
package struct LayerNorm: Sendable {
    private let weight: Tensor?
    private let bias: Tensor?
    private let epsilon: Float

    /// - Parameters:
    ///   - weight: one factor for each column; none is 1.
    ///   - bias: one summand for each column; none is 0.
    ///   - epsilon: added to the variance.
    package init(weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Float) {
        self.weight = weight
        self.bias = bias
        self.epsilon = epsilon
    }

    /// - Parameter x: `[..., width]`; each row is normalised alone.
    package func callAsFunction(_ x: Tensor) -> Tensor {
        let width = x.lastExtent
        precondition(weight.map { $0.count == width } ?? true, "a weight has \(width) numbers")
        var result = x
        result.withUnsafeMutableBuffer { elements in
            for row in 0..<x.rowCount {
                let range = row * width..<(row + 1) * width
                var sum = 0.0
                for index in range { sum += Double(elements[index]) }
                let mean = sum / Double(width)
                var squares = 0.0
                for index in range {
                    squares += (Double(elements[index]) - mean) * (Double(elements[index]) - mean)
                }
                let factor = 1 / (squares / Double(width) + Double(epsilon)).squareRoot()
                for index in range { elements[index] = Float((Double(elements[index]) - mean) * factor) }
            }
        }
        guard weight != nil || bias != nil else { return result }
        let ones = Tensor(repeating: 1, shape: [width])
        return result.scaledByColumn(weight ?? ones, shift: bias)
    }
}
