/// A maximum or a mean over windows of a channels-last map.
package struct Pooling: Sendable {
    /// What becomes of a window.
    package enum Reduction: Sendable {
        /// The largest element; padding does not take part.
        case maximum
        /// The mean; padding counts as zeros where `countingPadding`, else not at all.
        case average(countingPadding: Bool)
    }

    private let reduction: Reduction
    private let kernel: (rows: Int, columns: Int)
    private let stride: (rows: Int, columns: Int)
    private let padding: Padding
    private let roundsUp: Bool

    /// - Parameters:
    ///   - reduction: what becomes of a window.
    ///   - kernel: the extents of a window, in pixels.
    ///   - stride: pixels from one window to the next; the window's extents where it is nil.
    ///   - padding: around the map, at most half a window.
    ///   - roundsUp: whether a last window that is not whole counts, if it starts inside the map or its padding
    ///     above and to the left (PyTorch's `ceil_mode`).
    package init(
        _ reduction: Reduction, kernel: (Int, Int), stride: (Int, Int)? = nil, padding: Padding = .none,
        roundsUp: Bool = false
    ) {
        self.reduction = reduction
        self.kernel = kernel
        self.stride = stride ?? kernel
        self.padding = padding
        self.roundsUp = roundsUp
        precondition(kernel.0 > 0 && kernel.1 > 0 && self.stride.rows > 0 && self.stride.columns > 0)
    }

    /// - Parameter x: `[height, width, channels]`.
    /// - Returns: `[height', width', channels]`.
    package func callAsFunction(_ x: Tensor) -> Tensor {
        precondition(x.shape.count == 3, "a map has three axes, found \(x.shape)")
        let windowRows = windows(
            extent: x.shape[0], kernel: kernel.rows, stride: stride.rows, before: padding.top,
            after: padding.bottom)
        let windowColumns = windows(
            extent: x.shape[1], kernel: kernel.columns, stride: stride.columns, before: padding.left,
            after: padding.right)
        return x.pooled(rows: windowRows, columns: windowColumns, maximum: isMaximum)
    }

    private var isMaximum: Bool {
        if case .maximum = reduction { return true }
        return false
    }

    /// The windows along one axis: the pixels inside the map, and how many the mean divides by.
    private func windows(extent: Int, kernel: Int, stride: Int, before: Int, after: Int) -> [PoolingWindow] {
        let span = extent + before + after - kernel
        precondition(span >= 0, "a window of \(kernel) does not fit in \(extent) pixels")
        var number = (span + (roundsUp ? stride - 1 : 0)) / stride + 1
        if roundsUp, (number - 1) * stride >= extent + before { number -= 1 }
        return (0..<number).map { index in
            let start = index * stride - before
            let inside = max(0, start)..<min(extent, start + kernel)
            if case .average(countingPadding: true) = reduction {
                return PoolingWindow(pixels: inside, divisor: min(extent + after, start + kernel) - start)
            }
            return PoolingWindow(pixels: inside, divisor: inside.count)
        }
    }
}
