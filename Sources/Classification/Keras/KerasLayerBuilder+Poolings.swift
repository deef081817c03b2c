import Tensors

/// Poolings. A maximum sees no padding, and neither does a mean (classifiers.md, section 10).
extension KerasLayerBuilder {
    func pooling(_ reduction: Pooling.Reduction) throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let kernel = try pair("pool_size", default: (2, 2))
        let stride = try pair("strides", default: kernel)
        let (padding, rows, columns) = try windows(over: map, kernel: kernel, stride: stride)
        let layer = Pooling(reduction, kernel: kernel, stride: stride, padding: padding)
        return KerasOperation([rows, columns, map[2]]) { layer($0[0]) }
    }

    /// The mean of each channel.
    func globalAverage() throws(ClassificationError) -> KerasOperation {
        try globalPooling { $0.globalAverage() }
    }

    /// The largest value of each channel.
    func globalMaximum() throws(ClassificationError) -> KerasOperation {
        try globalPooling { x in
            Pooling(.maximum, kernel: (x.shape[0], x.shape[1]))(x).reshaped([x.lastExtent])
        }
    }

    private func globalPooling(
        _ reduce: @escaping @Sendable (Tensor) -> Tensor
    ) throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let shape = flag("keepdims", default: false) ? [1, 1, map[2]] : [map[2]]
        return KerasOperation(shape) { reduce($0[0]).reshaped(shape) }
    }
}
