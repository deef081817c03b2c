import Tensors

/// A normalisation of rows, of either kind.
enum TokenNorm: Sendable {
    case rms(RMSNorm)
    case layer(LayerNorm)

    func callAsFunction(_ x: Tensor) -> Tensor {
        switch self {
        case .rms(let norm): norm(x)
        case .layer(let norm): norm(x)
        }
    }
}
