import Tensors

/// An activation that stands alone, before its convolution.
struct ActivationStage: NetworkStage {
    let activation: Activation

    func callAsFunction(_ x: Tensor) -> Tensor { x.applying(activation) }
}
