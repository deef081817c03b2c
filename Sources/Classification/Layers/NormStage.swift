import Tensors

/// A batch norm that stands before its convolution, and an activation.
struct NormStage: NetworkStage {
    let norm: ChannelAffine
    let activation: Activation

    func callAsFunction(_ x: Tensor) -> Tensor { norm(x, activation: activation) }
}
