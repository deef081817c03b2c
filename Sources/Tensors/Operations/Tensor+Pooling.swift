import CKernels

extension Tensor {
    /// The mean of each channel over a whole map `[height, width, channels]`: `[channels]`.
    ///
    /// Sums are kept in double precision: a gate computed from a mean spreads its error over a whole channel.
    package func globalAverage() -> Tensor {
        precondition(shape.count == 3, "a map has three axes, found \(shape)")
        let channels = shape[2]
        let pixels = shape[0] * shape[1]
        var sums = [Double](repeating: 0, count: channels)
        withMatrix { x in
            sums.withUnsafeMutableBufferPointer { sums in
                // Safety: a map has `pixels` rows of `channels` elements, and there is a sum for each channel.
                if let sums = sums.baseAddress { kernel_column_sums(x.base, pixels, channels, sums, nil) }
            }
        }
        return Tensor(shape: [channels], values: sums.map { Float($0 / Double(pixels)) })
    }

    /// Means over windows that cover the map evenly, as PyTorch's `adaptive_avg_pool2d`: window i of n covers the
    /// pixels from floor(i extent / n) to ceil((i + 1) extent / n).
    ///
    /// - Returns: `[rows, columns, channels]`.
    package func adaptiveAverage(rows: Int, columns: Int) -> Tensor {
        precondition(shape.count == 3, "a map has three axes, found \(shape)")
        func windows(_ extent: Int, _ number: Int) -> [PoolingWindow] {
            (0..<number).map {
                let pixels = $0 * extent / number..<(($0 + 1) * extent + number - 1) / number
                return PoolingWindow(pixels: pixels, divisor: pixels.count)
            }
        }
        return pooled(rows: windows(shape[0], rows), columns: windows(shape[1], columns), maximum: false)
    }

    /// The maximum, or the sum divided by the windows' divisors, of each pair of windows and each channel.
    func pooled(rows: [PoolingWindow], columns: [PoolingWindow], maximum: Bool) -> Tensor {
        let (width, channels) = (shape[1], shape[2])
        var result = Tensor(
            repeating: maximum ? -.infinity : 0, shape: [rows.count, columns.count, channels])
        withMatrix { x in
            result.withMutableMatrix { y in
                for cell in 0..<rows.count * columns.count {
                    let (row, column) = (rows[cell / columns.count], columns[cell % columns.count])
                    // Safety: the windows are inside the map; the result has one row of channels for each cell.
                    let target = y.base + cell * channels
                    for pixel in row.pixels.lazy.flatMap({ i in column.pixels.lazy.map { i * width + $0 } }) {
                        let source = x.base + pixel * channels
                        maximum
                            ? kernel_maximum(target, source, channels) : kernel_add(target, source, channels)
                    }
                    if !maximum { kernel_scale(target, channels, 1 / Float(row.divisor * column.divisor)) }
                }
            }
        }
        return result
    }
}
