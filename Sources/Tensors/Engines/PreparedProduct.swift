/// A linear layer's weights, or some of its outputs, as the engine's library wants them.
enum PreparedProduct: Sendable {
    /// OpenBLAS reads the weights where they lie.
    case openBLAS(OpenBLAS, weight: Tensor, bias: Tensor?)
    /// oneDNN re-orders them.
    case oneDNN(OneDNNProduct)

    /// - Parameters:
    ///   - weight: `[outputs, inputs]`.
    ///   - bias: `[outputs]`.
    init(weight: Tensor, bias: Tensor?, backend: Backend) {
        switch backend {
        case .openBLAS(let library):
            self = .openBLAS(library, weight: weight, bias: bias)
        case .oneDNN(let library):
            self = .oneDNN(OneDNNProduct(weight: weight, bias: bias, library: library))
        }
    }

    /// `y = activation(x W^T + b)`: `x` is `[rows, inputs]`, `y` `[rows, outputs]`.
    func multiply(_ x: Matrix, _ activation: Activation, into y: MutableMatrix) {
        switch self {
        case .openBLAS(let library, let weight, let bias):
            weight.withMatrix { library.product(x, $0, transposeB: true, scale: 1, into: y) }
            y.finish(bias: bias, activation: activation)
        case .oneDNN(let product):
            product.multiply(x, activation, into: y)
        }
    }
}
