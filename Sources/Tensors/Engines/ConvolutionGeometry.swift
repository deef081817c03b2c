/// The extents of a convolution's weight and how it moves over a map.
package struct ConvolutionGeometry: Sendable {
    /// Channels of the input and of the output.
    package let inputs, outputs: Int
    /// Taps of the kernel.
    package let kernelRows, kernelColumns: Int
    /// Pixels from one position to the next.
    package let rowStride, columnStride: Int
    /// Zeros around the input.
    package let padding: Padding
    /// Pixels from one tap to the next.
    package let rowDilation, columnDilation: Int
    /// Parts of inputs and outputs that do not meet.
    package let groups: Int

    /// - Parameter weightShape: `[outputs, inputs / groups, rows, columns]`.
    init(weightShape: [Int], stride: (Int, Int), padding: Padding, dilation: (Int, Int), groups: Int) {
        precondition(weightShape.count == 4, "a convolution's weight has four axes, found \(weightShape)")
        precondition(
            groups > 0 && weightShape[0] % groups == 0, "\(weightShape[0]) outputs in \(groups) groups")
        precondition(
            stride.0 > 0 && stride.1 > 0 && dilation.0 > 0 && dilation.1 > 0, "steps must be positive")
        outputs = weightShape[0]
        inputs = weightShape[1] * groups
        (kernelRows, kernelColumns) = (weightShape[2], weightShape[3])
        (rowStride, columnStride) = stride
        (rowDilation, columnDilation) = dilation
        self.padding = padding
        self.groups = groups
    }

    /// Whether each output pixel sees its own input pixel only, so that the convolution is one product.
    var isPointwise: Bool {
        kernelRows == 1 && kernelColumns == 1 && rowStride == 1 && columnStride == 1 && padding == .none
            && groups == 1
    }

    /// The extents of the result; the map must have the right channels and room for the kernel.
    func outputExtents(of map: Tensor) -> (rows: Int, columns: Int) {
        precondition(
            map.shape.count == 3 && map.shape[2] == inputs,
            "a convolution of \(inputs) channels cannot take \(map.shape)")
        let height = map.shape[0] + padding.top + padding.bottom - rowDilation * (kernelRows - 1) - 1
        let width = map.shape[1] + padding.left + padding.right - columnDilation * (kernelColumns - 1) - 1
        precondition(height >= 0 && width >= 0, "a map \(map.shape) is smaller than the kernel")
        return (height / rowStride + 1, width / columnStride + 1)
    }

    /// Whether each channel is convolved alone with one kernel.
    var isDepthwise: Bool { groups == inputs && groups == outputs && groups > 1 }

    /// Whether the minimal filtering of Lavin & Gray (2016) is worth its transforms: 3 x 3 on whole blocks of sixteen
    /// channels, of which there are many.
    var suitsWinograd: Bool {
        let isSmallKernel = kernelRows == 3 && kernelColumns == 3 && groups == 1
        let isDense = rowStride == 1 && columnStride == 1 && rowDilation == 1 && columnDilation == 1
        let isBlocked = inputs % 16 == 0 && outputs % 16 == 0 && inputs >= 64 && inputs * outputs >= 64 * 128
        return isSmallKernel && isDense && isBlocked
            && max(padding.top, padding.left, padding.bottom, padding.right) <= 1
    }

    /// The rows of the result that are computed together, which depend on the extents only: at most 16 bands of at
    /// least 2^26 multiplications and 256 pixels, since each band reads all weights.
    ///
    /// - Parameter isWinograd: whether the weights are transformed, four times as many: at most four bands, of whole
    ///   tiles.
    func bands(rows: Int, columns: Int, isWinograd: Bool) -> [Range<Int>] {
        let taps = kernelRows * kernelColumns * inputs / groups
        let parts = min(1 + (rows * columns * outputs * taps) >> 26, max(1, rows * columns / 256))
        return Workers.tiles(of: rows, parts: min(isWinograd ? 4 : 16, parts), unit: isWinograd ? 4 : 1)
    }
}
