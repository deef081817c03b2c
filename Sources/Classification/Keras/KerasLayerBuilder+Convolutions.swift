import Tensors

/// Convolutions and dense layers. Keras files kernels as `[rows, columns, inputs, outputs]` and `[inputs, outputs]`.
extension KerasLayerBuilder {
    func convolution() throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let (outputs, groups) = (try integer("filters"), try integer("groups", default: 1))
        let kernel = try pair("kernel_size")
        guard map[2] % groups == 0, outputs % groups == 0 else {
            throw unsuitable("\(groups) equal groups", found: "\(map[2]) channels and \(outputs) filters")
        }
        let order = flag("use_bias", default: true) ? ["kernel", "bias"] : ["kernel"]
        let weight = try weights.tensor(
            "kernel", of: order, shape: [kernel.0, kernel.1, map[2] / groups, outputs])
        let bias = order.count > 1 ? try weights.tensor("bias", of: order, shape: [outputs]) : nil
        return try activated(
            convolution(
                map, weight: KerasKernel.outputsFirst(weight), bias: bias, kernel: kernel, groups: groups))
    }

    /// Each channel alone, with `depth_multiplier` kernels.
    func depthwise() throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let order = flag("use_bias", default: true) ? ["depthwise_kernel", "bias"] : ["depthwise_kernel"]
        let (weight, kernel) = try depthwiseKernel(map, order)
        let bias = order.count > 1 ? try weights.tensor("bias", of: order, shape: [weight.shape[0]]) : nil
        return try activated(convolution(map, weight: weight, bias: bias, kernel: kernel, groups: map[2]))
    }

    /// A depthwise convolution and a pointwise one behind it (Chollet 2017).
    func separable() throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let outputs = try integer("filters")
        let kernels = ["depthwise_kernel", "pointwise_kernel"]
        let order = flag("use_bias", default: true) ? kernels + ["bias"] : kernels
        let (depthwise, kernel) = try depthwiseKernel(map, order)
        let pointwise = try weights.tensor(
            "pointwise_kernel", of: order, shape: [1, 1, depthwise.shape[0], outputs])
        let bias = order.count > 2 ? try weights.tensor("bias", of: order, shape: [outputs]) : nil
        let first = try convolution(map, weight: depthwise, bias: nil, kernel: kernel, groups: map[2])
        let second = try convolution2D(
            KerasKernel.outputsFirst(pointwise), bias, stride: (1, 1), padding: .none)
        return try activated(
            first.then(KerasOperation(Array(first.shape.dropLast()) + [outputs]) { second($0[0]) }))
    }

    func dense() throws(ClassificationError) -> KerasOperation {
        let shape = try input()
        let (outputs, inputs) = (try integer("units", in: 1...1 << 22), shape[shape.count - 1])
        let order = flag("use_bias", default: true) ? ["kernel", "bias"] : ["kernel"]
        let weight = try weights.tensor("kernel", of: order, shape: [inputs, outputs]).transposed()
        let bias = order.count > 1 ? try weights.tensor("bias", of: order, shape: [outputs]) : nil
        let linear: Linear
        do { linear = try Linear(weight: weight, bias: bias, on: engine) } catch { throw .engine(error) }
        let result = Array(shape.dropLast()) + [outputs]
        return try activated(
            KerasOperation(result) { inputs in
                let x = inputs[0]
                return linear(x.reshaped([x.rowCount, x.lastExtent])).reshaped(result)
            })
    }

    /// The kernel `[rows, columns, channels, multiplier]`, which Keras 3 calls `kernel` in a `DepthwiseConv2D`, as `[channels * multiplier, 1, rows, columns]`.
    private func depthwiseKernel(
        _ map: [Int], _ order: [String]
    ) throws(ClassificationError) -> (Tensor, kernel: (Int, Int)) {
        let (kernel, multiplier) = (try pair("kernel_size"), try integer("depth_multiplier", default: 1))
        let stored = try weights.tensor(
            "depthwise_kernel", of: order, shape: [kernel.0, kernel.1, map[2], multiplier], alias: "kernel")
        let flat = stored.reshaped([kernel.0, kernel.1, 1, map[2] * multiplier])
        return (KerasKernel.outputsFirst(flat), kernel)
    }

    /// - Parameter weight: `[outputs, inputs / groups, rows, columns]`.
    private func convolution(
        _ map: [Int], weight: Tensor, bias: Tensor?, kernel: (Int, Int), groups: Int
    ) throws(ClassificationError) -> KerasOperation {
        let stride = try pair("strides", default: (1, 1))
        let dilation = try pair("dilation_rate", default: (1, 1))
        let (padding, rows, columns) = try windows(
            over: map, kernel: kernel, stride: stride, dilation: dilation)
        let layer = try convolution2D(
            weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
        return KerasOperation([rows, columns, weight.shape[0]]) { layer($0[0]) }
    }

    private func convolution2D(
        _ weight: Tensor, _ bias: Tensor?, stride: (Int, Int), padding: Padding,
        dilation: (Int, Int) = (1, 1),
        groups: Int = 1
    ) throws(ClassificationError) -> Convolution2D {
        do {
            return try Convolution2D(
                weight: weight, bias: bias, stride: stride, padding: padding, dilation: dilation,
                groups: groups, allowsWinograd: true, on: engine)
        } catch { throw .engine(error) }
    }
}
