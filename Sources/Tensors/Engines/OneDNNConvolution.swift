import CDNNL

/// A convolution by oneDNN, with weights re-ordered once for each extent that wants another order.
struct OneDNNConvolution: Sendable {
    private struct Key: Hashable, Sendable {
        let height, width, top, bottom, outputRows, outputColumns: Int
        let hasRelu: Bool
    }

    private let geometry: ConvolutionGeometry
    private let weight: Tensor
    private let bias: Tensor?
    /// Whether minimal filtering is asked for, where oneDNN has it.
    let isWinograd: Bool
    private let library: OneDNN
    private let layers = OneDNNLayers<Key>()

    /// - Parameters:
    ///   - weight: `[outputs, inputs / groups, rows, columns]`.
    ///   - bias: `[outputs]`.
    ///   - allowsWinograd: as `Convolution2D` says.
    init(
        _ geometry: ConvolutionGeometry, weight: Tensor, bias: Tensor?, allowsWinograd: Bool = false,
        library: OneDNN
    ) {
        self.geometry = geometry
        self.weight = weight
        self.bias = bias
        self.library = library
        isWinograd = allowsWinograd && geometry.suitsWinograd && library.instructions == "avx512_core"
    }

    /// Computes a band of rows: `x` is the whole map with one row for each pixel, `y` the band's part of the result.
    func convolve(_ x: Matrix, _ band: ConvolutionBand, _ activation: Activation, into y: MutableMatrix) {
        precondition(x.stride == x.columns && y.stride == y.columns, "a map is contiguous")
        let key = Key(
            height: band.inputRows.count, width: band.width, top: band.paddingTop, bottom: band.paddingBottom,
            outputRows: band.outputRows.count, outputColumns: band.outputColumns, hasRelu: activation == .relu
        )
        guard let layer = layers.layer(key, create: { create(key, siblings: $0) }) else {
            let patches = PatchConvolution(geometry, weight: weight, bias: bias, backend: .oneDNN(library))
            return patches.convolve(x, band, activation, into: y)
        }
        let from = x.rows(band.inputRows.lowerBound * band.width..<band.inputRows.upperBound * band.width)
        if let bias {
            bias.withUnsafeBuffer { layer.run(from.base, bias: $0.baseAddress, into: y.base) }
        } else {
            layer.run(from.base, bias: nil, into: y.base)
        }
        y.finish(bias: nil, activation: key.hasRelu ? .none : activation)
    }

    private func create(_ key: Key, siblings: [OneDNNLayer]) -> OneDNNLayer? {
        let right =
            (key.outputColumns - 1) * geometry.columnStride + (geometry.kernelColumns - 1)
            * geometry.columnDilation
            - geometry.padding.left - key.width + 1
        var shape = onednn_convolution_shape(
            height: Int64(key.height), width: Int64(key.width), inputs: Int64(geometry.inputs),
            outputs: Int64(geometry.outputs), groups: Int64(geometry.groups),
            kernel_rows: Int64(geometry.kernelRows), kernel_columns: Int64(geometry.kernelColumns),
            row_stride: Int64(geometry.rowStride), column_stride: Int64(geometry.columnStride),
            row_dilation: Int64(geometry.rowDilation), column_dilation: Int64(geometry.columnDilation),
            top: Int64(key.top), left: Int64(geometry.padding.left), bottom: Int64(key.bottom),
            right: Int64(max(0, right)), output_rows: Int64(key.outputRows),
            output_columns: Int64(key.outputColumns),
            has_bias: bias != nil, has_relu: key.hasRelu, is_winograd: isWinograd)
        var status: Int32 = 0
        var created = onednn_convolution_create(library.processor, &shape, &status)
        if created == nil, isWinograd {
            shape.is_winograd = false
            created = onednn_convolution_create(library.processor, &shape, &status)
        }
        guard let layer = created else { return nil }
        return OneDNNLayer(layer, weight: weight, siblings: siblings, library: library)
    }
}
