import CDNNL

/// `x W^T + b` by oneDNN, with weights re-ordered once for each number of rows that wants another order.
struct OneDNNProduct: Sendable {
    private struct Key: Hashable, Sendable {
        let rows, inputStride: Int
        let hasBias, hasRelu: Bool
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
    ///   - y: `[rows, outputs]`; where its rows lie apart, they are made in memory of their own and copied with the
    ///     bias, since oneDNN's fast products want contiguous results.
    func multiply(_ x: Matrix, _ activation: Activation, into y: MutableMatrix) {
        precondition(
            x.columns == weight.shape[1] && y.columns == weight.shape[0] && x.rows == y.rows,
            "extents of a product differ")
        guard x.rows > 0 else { return }
        let isWhole = y.stride == y.columns
        let key = Key(
            rows: x.rows, inputStride: x.stride, hasBias: isWhole && bias != nil,
            hasRelu: isWhole && activation == .relu)
        guard let layer = layers.layer(key, create: { create(key, siblings: $0) }) else {
            return multiplyUnprepared(x, activation, into: y)
        }
        guard isWhole else {
            var result = Tensor(uninitialized: [y.rows, y.columns])
            return result.withMutableMatrix { result in
                layer.run(x.base, bias: nil, into: result.base)
                y.finish(from: result, bias: bias, activation: activation)
            }
        }
        if let bias {
            bias.withUnsafeBuffer { layer.run(x.base, bias: $0.baseAddress, into: y.base) }
        } else {
            layer.run(x.base, bias: nil, into: y.base)
        }
        y.finish(bias: nil, activation: key.hasRelu ? .none : activation)
    }

    private func create(_ key: Key, siblings: [OneDNNLayer]) -> OneDNNLayer? {
        var shape = onednn_product_shape(
            rows: Int64(key.rows), inputs: Int64(weight.shape[1]), outputs: Int64(weight.shape[0]),
            input_stride: Int64(key.inputStride), output_stride: Int64(weight.shape[0]),
            has_bias: key.hasBias,
            has_relu: key.hasRelu)
        var status: Int32 = 0
        guard let layer = onednn_product_create(library.processor, &shape, &status) else { return nil }
        return OneDNNLayer(layer, weight: weight, siblings: siblings, library: library)
    }

    private func multiplyUnprepared(_ x: Matrix, _ activation: Activation, into y: MutableMatrix) {
        weight.withMatrix { library.product(x, $0, transposeB: true, scale: 1, into: y) }
        y.finish(bias: bias, activation: activation)
    }
}
