import CDNNL

/// `x W^T + b` by oneDNN, with weights re-ordered once for each number of rows that wants another order.
struct OneDNNProduct: Sendable {
    private struct Key: Hashable, Sendable {
        let rows, inputStride, outputStride: Int
        let hasRelu: Bool
    }

    private let weight: Tensor
    private let bias: Tensor?
    private let library: OneDNN
    private let layers = OneDNNLayers<Key>()

    /// - Parameters:
    ///   - weight: `[outputs, inputs]`.
    ///   - bias: `[outputs]`.
    init(weight: Tensor, bias: Tensor?, library: OneDNN) {
        self.weight = weight
        self.bias = bias
        self.library = library
    }

    /// - Parameters:
    ///   - x: `[rows, inputs]`.
    ///   - y: `[rows, outputs]`.
    func multiply(_ x: Matrix, _ activation: Activation, into y: MutableMatrix) {
        precondition(
            x.columns == weight.shape[1] && y.columns == weight.shape[0] && x.rows == y.rows,
            "extents of a product differ")
        guard x.rows > 0 else { return }
        let key = Key(
            rows: x.rows, inputStride: x.stride, outputStride: y.stride, hasRelu: activation == .relu)
        guard let layer = layers.layer(key, create: { create(key, siblings: $0) }) else {
            return multiplyUnprepared(x, activation, into: y)
        }
        if let bias {
            bias.withUnsafeBuffer { layer.run(x.base, bias: $0.baseAddress, into: y.base) }
        } else {
            layer.run(x.base, bias: nil, into: y.base)
        }
        y.finish(bias: nil, from: 0, activation: key.hasRelu ? .none : activation)
    }

    private func create(_ key: Key, siblings: [OneDNNLayer]) -> OneDNNLayer? {
        var shape = onednn_product_shape(
            rows: Int64(key.rows), inputs: Int64(weight.shape[1]), outputs: Int64(weight.shape[0]),
            input_stride: Int64(key.inputStride), output_stride: Int64(key.outputStride),
            has_bias: bias != nil,
            has_relu: key.hasRelu)
        var status: Int32 = 0
        guard let layer = onednn_product_create(library.processor, &shape, &status) else { return nil }
        return OneDNNLayer(layer, weight: weight, siblings: siblings, library: library)
    }

    private func multiplyUnprepared(_ x: Matrix, _ activation: Activation, into y: MutableMatrix) {
        weight.withMatrix { library.product(x, $0, transposeB: true, scale: 1, into: y) }
        y.finish(bias: bias, from: 0, activation: activation)
    }
}
