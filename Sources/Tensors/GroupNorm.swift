/// Normalises groups of channels over a whole map (Wu & He 2018); statistics are accumulated in Double.
package struct GroupNorm: Sendable {
    private let groups: Int
    private let weight: Tensor
    private let bias: Tensor
    private let epsilon: Float
    private let engine: Engine

    /// - Parameters:
    ///   - groups: neighbouring channels are normalised together in so many groups.
    ///   - weight: one factor for each channel.
    ///   - bias: one summand for each channel.
    ///   - epsilon: added to the variance.
    ///   - engine: says how many threads share the work.
    package init(groups: Int, weight: Tensor, bias: Tensor, epsilon: Float, on engine: Engine) {
        precondition(groups > 0 && weight.count % groups == 0, "\(weight.count) channels in \(groups) groups")
        precondition(bias.count == weight.count, "a bias has \(weight.count) numbers, found \(bias.count)")
        self.groups = groups
        self.weight = weight
        self.bias = bias
        self.epsilon = epsilon
        self.engine = engine
    }

    /// - Parameter x: `[height, width, channels]`, or `[positions, channels]`.
    /// - Returns: the same extents, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        let channels = x.lastExtent
        precondition(weight.count == channels, "a norm of \(weight.count) channels cannot take \(x.shape)")
        var (sums, squares) = ([Double](repeating: 0, count: groups), [Double](repeating: 0, count: groups))
        let size = channels / groups
        x.withUnsafeBuffer { elements in
            for index in elements.indices { sums[index % channels / size] += Double(elements[index]) }
            let number = Double(x.rowCount * size)
            for group in 0..<groups { sums[group] /= number }
            for index in elements.indices {
                let difference = Double(elements[index]) - sums[index % channels / size]
                squares[index % channels / size] += difference * difference
            }
            for group in 0..<groups { squares[group] /= number }
        }
        let (weights, biases) = (weight.values, bias.values)
        let scale = (0..<channels).map {
            Float(Double(weights[$0]) / (squares[$0 / size] + Double(epsilon)).squareRoot())
        }
        let shift = (0..<channels).map { Float(Double(biases[$0]) - sums[$0 / size] * Double(scale[$0])) }
        return x.scaledByColumn(
            Tensor(shape: [channels], values: scale), shift: Tensor(shape: [channels], values: shift)
        ).applying(activation)
    }
}
