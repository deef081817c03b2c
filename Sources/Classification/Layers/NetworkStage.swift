import Tensors

/// One step of a convolutional network: a feature map in, a feature map out.
protocol NetworkStage: Sendable {
    /// - Parameter x: `[height, width, channels]`.
    /// - Returns: `[height', width', channels']`.
    func callAsFunction(_ x: Tensor) -> Tensor
}

extension Pooling: NetworkStage {}
