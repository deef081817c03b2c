/// Divides each row by its root mean square (Zhang & Sennrich 2019); the sum is accumulated in Double.
package struct RMSNorm: Sendable {
    private let weight: Tensor
    private let epsilon: Float

    /// - Parameters:
    ///   - weight: one factor for each column.
    ///   - epsilon: added to the mean square.
    package init(weight: Tensor, epsilon: Float) {
        self.weight = weight
        self.epsilon = epsilon
    }

    /// - Parameter x: `[..., width]`; each row is normalised alone.
    package func callAsFunction(_ x: Tensor) -> Tensor {
        let width = x.lastExtent
        precondition(weight.count == width, "a weight has \(width) numbers, found \(weight.count)")
        var result = x
        result.withUnsafeMutableBuffer { elements in
            weight.withUnsafeBuffer { weight in
                for row in 0..<x.rowCount {
                    let range = row * width..<(row + 1) * width
                    var squares = 0.0
                    for index in range { squares += Double(elements[index]) * Double(elements[index]) }
                    let factor = Float(1 / (squares / Double(width) + Double(epsilon)).squareRoot())
                    for index in range {
                        elements[index] = elements[index] * factor * weight[index - row * width]
                    }
                }
            }
        }
        return result
    }
}
