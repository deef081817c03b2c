/// One factor and one summand for each channel: a batch norm in evaluation mode (Ioffe & Szegedy 2015), folded.
package struct ChannelAffine: Sendable {
    /// The factor and the summand of each channel.
    package let scale, shift: Tensor

    /// - Parameters:
    ///   - mean: the running mean of each channel.
    ///   - variance: the running variance of each channel.
    ///   - weight: a factor for each channel; none is 1.
    ///   - bias: a summand for each channel; none is 0.
    ///   - epsilon: added to the variance.
    package init(mean: Tensor, variance: Tensor, weight: Tensor?, bias: Tensor?, epsilon: Float) {
        let channels = mean.count
        precondition(
            [variance, weight, bias].allSatisfy { ($0?.count ?? channels) == channels },
            "a batch norm of \(channels) channels has as many numbers of each kind")
        let factors = weight?.values ?? [Float](repeating: 1, count: channels)
        let summands = bias?.values ?? [Float](repeating: 0, count: channels)
        let exact = zip(factors, variance.values).map {
            Double($0) / (Double($1) + Double(epsilon)).squareRoot()
        }
        let means = mean.values
        scale = Tensor(shape: [channels], values: exact.map(Float.init))
        shift = Tensor(
            shape: [channels],
            values: (0..<channels).map { Float(Double(summands[$0]) - Double(means[$0]) * exact[$0]) })
    }

    /// - Parameter x: `[..., channels]`.
    /// - Returns: the same extents, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        x.scaledByColumn(scale, shift: shift, activation: activation)
    }

    /// The norm of the first channels of `x`, of which there may be more than the norm has.
    package func ofFirstChannels(_ x: Tensor, activation: Activation = .none) -> Tensor {
        x.firstColumns(scaledBy: scale, shift: shift, activation: activation)
    }

    /// The weight and bias of a convolution or linear layer `[outputs, ...]` with this norm behind it folded in.
    package func folded(weight: Tensor, bias: Tensor?) -> (weight: Tensor, bias: Tensor) {
        let outputs = scale.count
        precondition(weight.shape.first == outputs, "a norm of \(outputs) channels behind \(weight.shape)")
        let (factors, width) = (scale.values, weight.count / max(1, outputs))
        var result = weight
        result.withUnsafeMutableBuffer { elements in
            for index in elements.indices { elements[index] *= factors[index / width] }
        }
        let biased = bias.map { $0.scaledByColumn(scale, shift: shift) } ?? shift
        return (result, biased)
    }
}
