extension Tensor {
    /// What each position of a convolution sees: `[positions, kernel rows * kernel columns * inputs of a group]`,
    /// with zeros outside the map.
    func patches(_ geometry: ConvolutionGeometry, group: Int) -> Tensor {
        let (rows, columns) = geometry.outputExtents(of: self)
        let depth = geometry.inputs / geometry.groups
        let taps = geometry.kernelRows * geometry.kernelColumns
        var result = Tensor(zeros: [rows * columns, taps * depth])
        let (height, width, channels) = (shape[0], shape[1], shape[2])
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                for position in 0..<rows * columns {
                    let top = position / columns * geometry.rowStride - geometry.padding.top
                    let left = position % columns * geometry.columnStride - geometry.padding.left
                    for tap in 0..<taps {
                        let y = top + tap / geometry.kernelColumns * geometry.rowDilation
                        let x = left + tap % geometry.kernelColumns * geometry.columnDilation
                        guard y >= 0, y < height, x >= 0, x < width else { continue }
                        // Safety: (y, x) is inside the map and the group inside its channels; the target has
                        // taps * depth elements for each position.
                        (to + (position * taps + tap) * depth).update(
                            from: from + (y * width + x) * channels + group * depth, count: depth)
                    }
                }
            }
        }
        return result
    }
}
