import Tensors

/// What stands between the linear layers of a head that is a sequence: no file of weights tells.
package enum HiddenActivation: String, Sendable, Codable {
    case relu, gelu, silu, tanh
    /// Nothing, or what is nothing when images are judged, as dropout is.
    case none

    /// The activation itself.
    var activation: Activation {
        switch self {
        case .relu: .relu
        case .gelu: .gelu
        case .silu: .silu
        case .tanh: .tanh
        case .none: .none
        }
    }
}
