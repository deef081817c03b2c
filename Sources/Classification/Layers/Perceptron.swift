import Tensors

/// The two linear layers behind the attention of a transformer's block.
struct Perceptron: Sendable {
    let first, second: Linear
    /// Whether the first layer gives a gate and a value (SwiGLU, Shazeer 2020) in place of what GELU is applied to.
    let isGated: Bool

    /// - Parameter x: `[tokens, width]`.
    func callAsFunction(_ x: Tensor) -> Tensor {
        second(isGated ? first(x).swiGLU() : first(x, activation: .gelu))
    }
}
