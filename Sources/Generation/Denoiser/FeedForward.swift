import Tensors

/// The feed-forward half of a block, `[N, D]` to `[N, D]`.
enum FeedForward: Sendable {
    /// SwiGLU (Shazeer 2020): one layer makes gate and value, another projects their product.
    case swiGLU(gateAndValue: Linear, output: Linear)
    /// Two layers with the tanh approximation of GELU between them.
    case gelu(Linear, Linear)

    init(_ layers: LayerLoader, _ name: String, _ configuration: LightningDiTConfiguration)
        throws(GenerationError)
    {
        let (width, hidden) = (configuration.width, configuration.hidden)
        if configuration.usesSwiGLU {
            self = .swiGLU(
                gateAndValue: try layers.linear("\(name).w12", inputs: width, outputs: 2 * hidden),
                output: try layers.linear("\(name).w3", inputs: hidden, outputs: width))
        } else {
            self = .gelu(
                try layers.linear("\(name).fc1", inputs: width, outputs: hidden),
                try layers.linear("\(name).fc2", inputs: hidden, outputs: width))
        }
    }

    func callAsFunction(_ x: Tensor) -> Tensor {
        switch self {
        case .swiGLU(let gateAndValue, let output): output(gateAndValue(x).swiGLU())
        case .gelu(let first, let second): second(first(x, activation: .geluTanh))
        }
    }
}
