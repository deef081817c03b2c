/// A convolution's weights, as the engine's library wants them.
enum PreparedConvolution: Sendable {
    /// Patches and products.
    case patches(PatchConvolution)
    /// oneDNN's own convolutions.
    case oneDNN(OneDNNConvolution)

    /// - Parameters:
    ///   - weight: `[outputs, inputs / groups, rows, columns]`.
    ///   - bias: `[outputs]`.
    ///   - allowsWinograd: as `Convolution2D` says.
    init(
        _ geometry: ConvolutionGeometry, weight: Tensor, bias: Tensor?, allowsWinograd: Bool, backend: Backend
    ) {
        switch backend {
        case .openBLAS:
            self = .patches(PatchConvolution(geometry, weight: weight, bias: bias, backend: backend))
        case .oneDNN(let library):
            self = .oneDNN(
                OneDNNConvolution(
                    geometry, weight: weight, bias: bias, allowsWinograd: allowsWinograd, library: library))
        }
    }

    /// Whether the library filters minimally.
    var isWinograd: Bool {
        switch self {
        case .patches: false
        case .oneDNN(let layer): layer.isWinograd
        }
    }

    /// Computes a band of rows: `x` is the whole map with one row for each pixel, `y` the band's part of the result.
    func convolve(_ x: Matrix, _ band: ConvolutionBand, _ activation: Activation, into y: MutableMatrix) {
        switch self {
        case .patches(let layer): layer.convolve(x, band, activation, into: y)
        case .oneDNN(let layer): layer.convolve(x, band, activation, into: y)
        }
    }
}
