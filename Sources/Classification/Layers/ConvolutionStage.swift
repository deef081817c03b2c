import Tensors

/// A convolution, the batch norm behind it folded into its weights, and an activation.
struct ConvolutionStage: NetworkStage {
    let convolution: Convolution2D
    let activation: Activation

    /// Channels of the result.
    var outputs: Int { convolution.geometry.outputs }

    func callAsFunction(_ x: Tensor) -> Tensor { convolution(x, activation: activation) }
}
